import type { Section } from '../../section.ts';
import { isChecklistTitle } from '../gates/checklist-words.ts';
import { labelOf } from '../list-label.ts';
import { actionVerb } from './action-lists.ts';
import { isOutputOrExampleTitle, isProcessTitle, isStepsTitle, isTitleOfPhases, phaseTitle } from './titles.ts';

/** Sections that are phases and follow each other, each with the sections nested in it. */
export interface PhaseSequence {
  /** The section that they are nested in; absent if they are on the first level. */
  parent: Section | undefined;
  phases: Section[][];
}

/**
 * Finds sections of the same depth that are phases: two or more in a row.
 * @param inside the section that all of them are nested in, if there is one
 */
export function findPhaseSequences(sections: readonly Section[], inside?: Section): PhaseSequence[] {
  const sequences: PhaseSequence[] = [];
  const processes = processesOfActions(sections);
  /** The sections above, from the outermost to the nearest. */
  const above: Section[] = inside ? [inside] : [];
  let sequence: PhaseSequence | undefined;
  let depth = 0;
  let previous = inside;
  let isLabelled = false;
  const close = () => {
    const [[only, ...nested] = [], ...others] = sequence?.phases ?? [];
    if (sequence && others.length > 0) sequences.push(sequence);
    // A phase alone is no workflow, but its parts may be: "1. Knead", below "Phase 3 protocol".
    else if (only) sequences.push(...findPhaseSequences(nested, only));
    sequence = undefined;
  };
  for (const section of sections) {
    while ((above.at(-1)?.depth ?? 0) >= section.depth) above.pop();
    const parent = above.at(-1);
    if (section.id !== '') above.push(section);
    if (sequence && section.depth > depth) {
      sequence.phases.at(-1)?.push(section);
      previous = section;
      continue;
    }
    // A label counts for all numbered sections that follow each other right below it.
    if (!sequence || section.depth < depth) isLabelled = endsInLabelOfPhases(previous);
    previous = section;
    const isProcess = parent !== undefined && processes.has(parent);
    const isPhase = !isOfExample(parent) && (isProcess || isPhaseBelow(section, parent, isLabelled));
    if (!isPhase || section.depth !== depth) close();
    if (!isPhase) continue;
    depth = section.depth;
    sequence ??= { parent, phases: [] };
    sequence.phases.push([section]);
  }
  close();
  return sequences;
}

/** Whether a section tells what an agent said or did once: its numbers are those of turns. */
function isOfExample(parent: Section | undefined): boolean {
  return /^examples?(?:$|:| \d| (?:session|dialogue|interaction|conversation|run|output)s?\b)/i.test(
    parent?.title ?? '',
  );
}

/**
 * Whether the title of a section, together with that of its parent, is that of a phase.
 * @param isLabelled whether a label above says that numbered sections are phases
 */
function isPhaseBelow({ title }: Section, parent: Section | undefined, isLabelled: boolean): boolean {
  const above = parent?.title ?? '';
  const numberIsEnough = isProcessTitle(above) || (isLabelled && !isChecklistTitle(above));
  return isTitleOfPhases(above) || titleOfPhase(title, numberIsEnough) !== undefined;
}

/** Minimum number of sections of a process that only have verbs as titles. */
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
    ((isStepsTitle(parent.title) &&
      !/^how\b/i.test(parent.title) &&
      children.every(({ title }) => actionVerb.test(title))) ||
      areNumberedActions(parent, children));
  return new Set([...parts].filter(isProcess).map(([parent]) => parent));
}

/** Whether sections have numbers and say what to do: "1. Knead the dough", "2. Bake it". */
function areNumberedActions(parent: Section, children: readonly Section[]): boolean {
  if (isChecklistTitle(parent.title) || isOutputOrExampleTitle(parent.title)) return false;
  return children.every(({ title }, index) => {
    const [, number = '', words = ''] = numberedTitle.exec(title) ?? [];
    return Number(number) === index + 1 && actionVerb.test(words);
  });
}

/** Labels that tell when to go through phases, or to do so: "When opening the shop", "Do the following". */
const labelOfPhases =
  /^(?:when|before|after) \w+ing\b|\b(?:perform|follow|do|execute|complete) (?:all of )?(?:the following|these|this)\b/i;

/** Whether a section ends in a label which says that phases follow: "Step-by-step process". */
function endsInLabelOfPhases(section: Section | undefined): boolean {
  const block = section?.blocks.at(-1);
  const last = block?.kind === 'prose' ? block.nodes.at(-1) : undefined;
  const label = last?.type === 'paragraph' ? (labelOf(last) ?? '') : '';
  // A bold sentence is no label: "**You do not run each phase yourself.**"
  return !/[.!]$/.test(label) && (isProcessTitle(label) || labelOfPhases.test(label));
}

/** Matches `3. Verify`, which is not always a phase, because authors number other sections too. */
const numberedTitle = /^(\d+(?:\.\d+)*)[.)](?:\s+(.*)|$)/;

/** Matches the start of a title that says no more than the position of the phase. "Step 1.5" and "Week 2" say more. */
const position =
  /^[^\p{L}\p{N}]{0,8}(?:phase|stage|step|(?:sub-?)?task)\s+(?:\d+|[A-H](?!\p{L}))\s*(?:[:)–—|]|[.-]+(?!\d)|(?=[\s(]|$))/iu;

/**
 * Returns the title of a phase without its number; `undefined` if it is not the title of a phase.
 * @param numberIsEnough whether a number alone makes a title that of a phase
 */
export function titleOfPhase(title: string, numberIsEnough: boolean): string | undefined {
  const match = phaseTitle.exec(title) ?? (numberIsEnough ? numberedTitle.exec(title) : null);
  if (!match) return;
  const [, , words = ''] = match;
  return phaseTitle.test(title) && !position.test(title) ? title : words || title;
}
