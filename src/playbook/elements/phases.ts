import type { RootContent } from 'mdast';
import type { Section } from '../outline.ts';
import { firstLine } from './delegations.ts';
import type { Workflow, WorkflowStep } from './workflow.ts';

/** `Phase 1: Analysis`, `Step 2 – Build`, `3. Verify`. */
const phaseTitle = /^(?:(?:phase|stage|step)\s+\d+\s*[:.)–—-]?\s*|\d+[.)]\s+)(.*)$/i;

/**
 * Finds workflows that are written as sections: two or more numbered ones beside each other. Their text stays
 * where it is; the workflow only points to it.
 * @param toSlug makes a slug of a title, unique in the file
 */
export function phasedWorkflows(sections: readonly Section[], toSlug: (title: string) => string): Workflow[] {
  const workflows: Workflow[] = [];
  for (let index = 0; index < sections.length; index++) {
    const run = runOfPhases(sections, index);
    const [first] = run;
    const last = run.at(-1);
    if (run.length < 2 || !first || !last) continue;
    const parent = sections.slice(0, index).findLast(({ depth, id }) => id !== '' && depth < first.depth);
    const title = parent?.title ?? first.title;
    workflows.push({
      kind: 'workflow',
      form: 'phases',
      title,
      slug: toSlug(title),
      section: parent?.id ?? first.id,
      from: first.line,
      to: last.blocks.at(-1)?.to ?? last.line,
      steps: run.map(step),
    });
    index = sections.indexOf(last);
  }
  return workflows;
}

/** The numbered sections of one depth from an index on, whatever is nested in them. */
function runOfPhases(sections: readonly Section[], from: number): Section[] {
  const first = sections[from];
  if (!first || !phaseTitle.test(first.title)) return [];
  const run = [first];
  for (const section of sections.slice(from + 1)) {
    if (section.depth > first.depth) continue;
    if (section.depth < first.depth || !phaseTitle.test(section.title)) break;
    run.push(section);
  }
  return run;
}

function step(section: Section): WorkflowStep {
  const nodes = section.blocks.flatMap((block) => (block.kind === 'prose' ? block.nodes : []));
  const inElements = section.blocks.flatMap((block) =>
    block.kind === 'element' && block.element.kind === 'quality-gate'
      ? block.element.items.map(({ text }) => text)
      : [],
  );
  const title = phaseTitle.exec(section.title)?.[1] ?? '';
  return {
    title: title === '' ? section.title : title,
    tasks: [...nodes.flatMap(tasksIn), ...inElements],
    line: section.line,
  };
}

/** The entries of a list. */
function tasksIn(node: RootContent): string[] {
  if (node.type === 'list') return node.children.map(firstLine).filter((text) => text !== '');
  return [];
}
