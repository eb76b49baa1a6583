import type { RootContent } from 'mdast';
import type { Block, Section } from '../../section.ts';
import { itemText } from '../list-item.ts';
import { labelOf } from '../list-label.ts';
import { isChecklistTitle } from '../gates/checklist-words.ts';
import { actionVerb } from './action-lists.ts';
import { isTitleOfPhases, isProcessTitle, isStepsTitle, phaseTitle } from './titles.ts';
import type { Workflow, WorkflowStep } from './workflow.ts';

/** Matches `3. Verify`: a phase only under a title that announces phases, because authors number other sections too. */
const numberedTitle = /^(\d+(?:\.\d+)*)[.)](?:\s+(.*)|$)/;

/** Whether a title is that of a phase by its own words. */
export function isPhaseTitle(title: string): boolean {
  return phaseTitle.test(title);
}

/** A run of phases, each with the sections nested in it. */
interface Run {
  parent: Section | undefined;
  phases: Section[][];
}

/**
 * Finds workflows whose steps are whole sections: two or more numbered ones in a row. The text of the sections is not
 * moved; the workflow only points to it.
 * @param toSlug makes a slug of a title, unique in the file
 */
export function findPhasedWorkflows(sections: readonly Section[], toSlug: (title: string) => string): Workflow[] {
  return findRuns(sections).map(({ parent, phases }) => {
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

/** @param inside the section that all of them are nested in, if there is one */
function findRuns(sections: readonly Section[], inside?: Section): Run[] {
  const runs: Run[] = [];
  const processes = processesOfActions(sections);
  /** The sections above, from the outermost to the nearest. */
  const above: Section[] = inside ? [inside] : [];
  let run: Run | undefined;
  let depth = 0;
  let previous = inside;
  let isAnnounced = false;
  const close = () => {
    const [[only, ...nested] = [], ...others] = run?.phases ?? [];
    if (run && others.length > 0) runs.push(run);
    // A phase alone is no workflow, but its parts may be: "1. Knead", below "Phase 3 protocol".
    else if (only) runs.push(...findRuns(nested, only));
    run = undefined;
  };
  for (const section of sections) {
    while ((above.at(-1)?.depth ?? 0) >= section.depth) above.pop();
    const parent = above.at(-1);
    if (section.id !== '') above.push(section);
    if (run && section.depth > depth) {
      run.phases.at(-1)?.push(section);
      previous = section;
      continue;
    }
    // A label announces the numbered sections right below it, up to the last of them.
    if (!run || section.depth < depth) isAnnounced = announcesPhases(previous);
    previous = section;
    const title = parent?.title ?? '';
    const isPhase =
      !exampleTitle.test(title) &&
      (isTitleOfPhases(title) ||
        (parent !== undefined && processes.has(parent)) ||
        withoutNumber(section.title, isProcessTitle(title) || (isAnnounced && !isChecklistTitle(title))) !== undefined);
    if (!isPhase || section.depth !== depth) close();
    if (!isPhase) continue;
    depth = section.depth;
    run ??= { parent, phases: [] };
    run.phases.push([section]);
  }
  close();
  return runs;
}

/** Fewest sections of a process that only have verbs as titles. */
const MIN_ACTIONS = 3;

/** Returns the sections with the title of a process in which each section says what to do: "Knead", "Bake the bread". */
function processesOfActions(sections: readonly Section[]): Set<Section> {
  const parts = new Map<Section, Section[]>();
  const above: Section[] = [];
  for (const section of sections) {
    while ((above.at(-1)?.depth ?? 0) >= section.depth) above.pop();
    const parent = above.at(-1);
    const siblings = parent && parts.get(parent);
    if (siblings) siblings.push(section);
    else if (parent) parts.set(parent, [section]);
    above.push(section);
  }
  const isProcess = ([parent, children]: [Section, Section[]]) =>
    children.length >= MIN_ACTIONS &&
    isStepsTitle(parent.title) &&
    !/^how\b/i.test(parent.title) &&
    children.every(({ title }) => actionVerb.test(title));
  return new Set([...parts].filter(isProcess).map(([parent]) => parent));
}

/** Titles of what an agent said or did once: its numbers are those of its turns. */
const exampleTitle = /^examples?(?:$|:| \d| (?:session|dialogue|interaction|conversation|run|output)s?\b)/i;

/** Labels of phases at a moment, or that say to follow them: "When opening the shop", "Do the following". */
const momentLabel =
  /^(?:when|before|after) \w+ing\b|\b(?:perform|follow|do|execute|complete) (?:all of )?(?:the following|these|this)\b/i;

/** Whether a section ends in a label that announces phases: "Step-by-step process". */
function announcesPhases(section: Section | undefined): boolean {
  const block = section?.blocks.at(-1);
  const last = block?.kind === 'prose' ? block.nodes.at(-1) : undefined;
  const label = last?.type === 'paragraph' ? (labelOf(last) ?? '') : '';
  // A bold sentence is no label: "**You do not run each phase yourself.**"
  return !/[.!]$/.test(label) && (isProcessTitle(label) || momentLabel.test(label));
}

/** The words of a title that say no more than the position of the phase. "Step 1.5" and "Week 2" say more. */
const position =
  /^[^\p{L}\p{N}]{0,8}(?:phase|stage|step|(?:sub-?)?task)\s+(?:\d+|[A-H](?!\p{L}))\s*(?:[:)–—|]|[.-]+(?!\d)|(?=[\s(]|$))/iu;

/**
 * Returns the title of a phase without its number; `undefined` if it is not the title of a phase.
 * @param mayBeNumber whether a number alone makes a title that of a phase
 */
function withoutNumber(title: string, mayBeNumber: boolean): string | undefined {
  const match = phaseTitle.exec(title) ?? (mayBeNumber ? numberedTitle.exec(title) : null);
  if (!match) return;
  const [, , words = ''] = match;
  return phaseTitle.test(title) && !position.test(title) ? title : words || title;
}

/** A node of a phase, with its last line. Code has no node, because it has no tasks. */
interface Part {
  node?: RootContent;
  to: number;
  /** Whether it is a list of colleagues, which is not part of a phase. */
  isForeign: boolean;
}

function partsOf(phase: readonly Section[]): Part[] {
  return phase.flatMap(({ blocks }) => blocks.flatMap(partsOfBlock));
}

function partsOfBlock(block: Block): Part[] {
  if (block.kind === 'code') return [{ to: block.to, isForeign: false }];
  if (block.kind === 'prose') {
    return block.nodes.map((node) => ({ node, to: node.position?.end.line ?? block.to, isForeign: false }));
  }
  return [{ node: block.node, to: block.to, isForeign: block.element.kind === 'delegations' }];
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
    return part.isForeign || labelled > most;
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
  return { title: withoutNumber(title, true) ?? title, tasks: parts.flatMap(tasksIn), line: phase[0]?.line ?? 1 };
}

/** Returns the items of a list, ticked or not. */
function tasksIn({ node }: Part): string[] {
  return node?.type === 'list' ? node.children.map(itemText).filter((text) => text !== '') : [];
}
