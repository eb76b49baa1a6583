import type { RootContent } from 'mdast';
import type { Block, Section } from '../../section.ts';
import { itemText } from '../list-item.ts';
import { labelOf } from '../list-label.ts';
import { findPhaseSequences, titleOfPhase } from './phase-sequences.ts';
import type { Workflow, WorkflowStep } from './workflow.ts';

/**
 * Finds workflows whose steps are whole sections. The text of the sections is not moved; the workflow only points to it.
 * @param toSlug makes a slug of a title, unique in the file
 */
export function findPhasedWorkflows(sections: readonly Section[], toSlug: (title: string) => string): Workflow[] {
  return findPhaseSequences(sections).map(({ parent, phases }) => {
    const first = phases[0]?.[0];
    const parts = partsOfPhases(phases);
    const title = parent === undefined || parent.title === '' ? 'Workflow' : parent.title;
    return {
      kind: 'workflow',
      variant: 'phases',
      title,
      slug: toSlug(title),
      section: parent?.id ?? first?.id ?? '',
      from: first?.line ?? 1,
      to: parts.at(-1)?.at(-1)?.to ?? phases.at(-1)?.at(-1)?.line ?? 1,
      steps: phases.map((phase, index) => stepOf(phase, parts[index] ?? [])),
    };
  });
}

/** A node of a phase, with its last line. Code has no node, because it has no tasks. */
interface Part {
  node?: RootContent;
  to: number;
  /** Whether it is a list of colleagues, which is not part of a phase. */
  namesColleagues: boolean;
}

function partsOf(phase: readonly Section[]): Part[] {
  return phase.flatMap(({ blocks }) => blocks.flatMap(partsOfBlock));
}

function partsOfBlock(block: Block): Part[] {
  if (block.kind === 'code') return [{ to: block.to, namesColleagues: false }];
  if (block.kind === 'prose') {
    return block.nodes.map((node) => ({ node, to: node.position?.end.line ?? block.to, namesColleagues: false }));
  }
  return [{ node: block.node, to: block.to, namesColleagues: block.element.kind === 'delegations' }];
}

/**
 * Returns the parts of each phase. Nothing marks the end of the last phase, so it has at most as many lists with a
 * label as the longest phase before it.
 */
function partsOfPhases(phases: readonly Section[][]): Part[][] {
  const all = phases.map(partsOf);
  const last = all.pop() ?? [];
  const most = Math.max(1, ...all.map((parts) => parts.filter((_, index) => isLabelled(parts, index)).length));
  let labelled = 0;
  const end = last.findIndex((part, index) => {
    if (isLabelled(last, index)) labelled += 1;
    return part.namesColleagues || labelled > most;
  });
  // The label of the list that is left out goes with it.
  return [...all, end === -1 ? last : last.slice(0, isLabelled(last, end) ? end - 1 : end)];
}

/** Whether a part is a list with a label above. */
function isLabelled(parts: readonly Part[], index: number): boolean {
  const above = parts[index - 1]?.node;
  return parts[index]?.node?.type === 'list' && above?.type === 'paragraph' && labelOf(above) !== undefined;
}

function stepOf(phase: readonly Section[], parts: readonly Part[]): WorkflowStep {
  const title = phase[0]?.title ?? '';
  return { title: titleOfPhase(title, true) ?? title, tasks: parts.flatMap(tasksIn), line: phase[0]?.line ?? 1 };
}

/** Returns the items of a list, ticked or not. */
function tasksIn({ node }: Part): string[] {
  return node?.type === 'list' ? node.children.map(itemText).filter((text) => text !== '') : [];
}
