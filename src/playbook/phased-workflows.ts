import { itemText } from './elements/list-item.ts';
import type { Workflow, WorkflowStep } from './elements/workflow.ts';
import type { Block, Section } from './section.ts';

/** Matches `Phase 1: Analysis`, `Step 2 – Build`. */
const phaseTitle = /^(?:phase|stage|step)\s+\d+\s*[:.)–—-]?\s*(.*)$/i;

/** Matches `3. Verify`: a phase only under a title that announces phases, because authors number other sections too. */
const numberedTitle = /^\d+[.)](?:\s+(.*)|$)/;
const announcesPhases =
  /\b(?:work-?flows?|process|phases?|stages?|steps?|procedure|pipeline|methodology|protocol|life-?cycle)\b/i;

/**
 * Finds workflows whose steps are whole sections: two or more numbered ones in a row. The text of the sections is not
 * moved; the workflow only points to it.
 * @param toSlug makes a slug of a title, unique in the file
 */
export function findPhasedWorkflows(sections: readonly Section[], toSlug: (title: string) => string): Workflow[] {
  const workflows: Workflow[] = [];
  for (let index = 0; index < sections.length; index++) {
    const first = sections[index];
    if (!first || withoutNumber(first.title, true) === undefined) continue;
    const parent = sections.slice(0, index).findLast(({ depth, id }) => id !== '' && depth < first.depth);
    const phases = phasesAtStart(sections.slice(index), announcesPhases.test(parent?.title ?? ''));
    if (phases.length < 2) continue;
    const all = phases.flat();
    const last = all.at(-1) ?? first;
    const title = parent?.title ?? first.title;
    workflows.push({
      kind: 'workflow',
      form: 'phases',
      title,
      slug: toSlug(title),
      section: parent?.id ?? first.id,
      from: first.line,
      to: last.blocks.at(-1)?.to ?? last.line,
      steps: phases.map(stepOf),
    });
    index += all.length - 1;
  }
  return workflows;
}

/**
 * Returns the title of a phase without its number; `undefined` if it is not the title of a phase.
 * @param mayBeNumber whether a number alone makes a title that of a phase
 */
function withoutNumber(title: string, mayBeNumber: boolean): string | undefined {
  const match = phaseTitle.exec(title) ?? (mayBeNumber ? numberedTitle.exec(title) : null);
  return match ? (match[1] ?? '') || title : undefined;
}

/** Returns the phases at the start of some sections, each with the sections nested in it. */
function phasesAtStart(sections: readonly Section[], mayBeNumber: boolean): Section[][] {
  const phases: Section[][] = [];
  const depth = sections[0]?.depth ?? 1;
  for (const section of sections) {
    if (section.depth > depth) {
      phases.at(-1)?.push(section);
      continue;
    }
    if (section.depth < depth || withoutNumber(section.title, mayBeNumber) === undefined) break;
    phases.push([section]);
  }
  return phases;
}

function stepOf(phase: readonly Section[]): WorkflowStep {
  const blocks = phase.flatMap((section) => section.blocks);
  const title = phase[0]?.title ?? '';
  return { title: withoutNumber(title, true) ?? title, tasks: blocks.flatMap(tasksIn), line: phase[0]?.line ?? 1 };
}

/** Returns the items of the lists in a block, ticked or not. */
function tasksIn(block: Block): string[] {
  if (block.kind === 'prose') {
    return block.nodes
      .flatMap((node) => (node.type === 'list' ? node.children.map(itemText) : []))
      .filter((text) => text !== '');
  }
  return block.kind === 'element' && block.element.kind === 'quality-gate'
    ? block.element.items.map(({ text }) => text)
    : [];
}
