import type { Block, Section } from '../section.ts';
import { firstLine } from './delegations.ts';
import type { Workflow, WorkflowStep } from './workflow.ts';

/** `Phase 1: Analysis`, `Step 2 – Build`. */
const phaseTitle = /^(?:phase|stage|step)\s+\d+\s*[:.)–—-]?\s*(.*)$/i;

/** `3. Verify`: a phase only where the title above says so, since any section may be numbered. */
const numberedTitle = /^\d+[.)](?:\s+(.*)|$)/;
const saysPhases =
  /\b(?:work-?flows?|process|phases?|stages?|steps?|procedure|pipeline|methodology|protocol|life-?cycle)\b/i;

/**
 * Finds workflows that are written as sections: two or more numbered ones beside each other. Their text stays
 * where it is; the workflow only points to it.
 * @param toSlug makes a slug of a title, unique in the file
 */
export function phasedWorkflows(sections: readonly Section[], toSlug: (title: string) => string): Workflow[] {
  const workflows: Workflow[] = [];
  for (let index = 0; index < sections.length; index++) {
    const first = sections[index];
    if (!first || titleOfPhase(first.title, true) === undefined) continue;
    const parent = sections.slice(0, index).findLast(({ depth, id }) => id !== '' && depth < first.depth);
    const phases = runOfPhases(sections.slice(index), saysPhases.test(parent?.title ?? ''));
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
      steps: phases.map(step),
    });
    index += all.length - 1;
  }
  return workflows;
}

/** What a numbered section is called, without its number; nothing if it is no phase. */
function titleOfPhase(title: string, mayBeNumber: boolean): string | undefined {
  const match = phaseTitle.exec(title) ?? (mayBeNumber ? numberedTitle.exec(title) : null);
  return match ? (match[1] ?? '') || title : undefined;
}

/** The numbered sections of one depth with which some sections begin, each with what is nested in it. */
function runOfPhases(sections: readonly Section[], mayBeNumber: boolean): Section[][] {
  const run: Section[][] = [];
  const depth = sections[0]?.depth ?? 1;
  for (const section of sections) {
    if (section.depth > depth) {
      run.at(-1)?.push(section);
      continue;
    }
    if (section.depth < depth || titleOfPhase(section.title, mayBeNumber) === undefined) break;
    run.push([section]);
  }
  return run;
}

function step(phase: readonly Section[]): WorkflowStep {
  const blocks = phase.flatMap((section) => section.blocks);
  const title = phase[0]?.title ?? '';
  return { title: titleOfPhase(title, true) ?? title, tasks: blocks.flatMap(tasksIn), line: phase[0]?.line ?? 1 };
}

/** The entries of lists, ticked or not. */
function tasksIn(block: Block): string[] {
  if (block.kind === 'prose') {
    return block.nodes
      .flatMap((node) => (node.type === 'list' ? node.children.map(firstLine) : []))
      .filter((text) => text !== '');
  }
  return block.kind === 'element' && block.element.kind === 'quality-gate'
    ? block.element.items.map(({ text }) => text)
    : [];
}
