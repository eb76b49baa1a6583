import type { Code, Paragraph } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { fencedLines, isMermaid, type FencedLine } from '../fenced-lines.ts';
import { arrow } from '../route.ts';
import type { WorkflowStep } from './workflow.ts';

/** Minimum number of steps: an arrow between only two words more often means that one becomes the other. */
const MIN_STEPS = 3;

/** Longest step, in UTF-16 code units: a longer text between two arrows is a sentence. */
const MAX_STEP_LENGTH = 120;

/** Longest paragraph or line with arrows, in UTF-16 code units. */
const MAX_LINE_LENGTH = 1000;

/** Matches the lines of a box, and what connects boxes. */
const drawn = /[┌┐└┘├┤┬┴┼─━│┃╔╗╚╝╠╣╦╩═║╭╮╰╯]/;

/** Matches a line without words between two steps: an arrow downwards, or the border of a box. */
const betweenSteps = /^(?:[┌┐└┘├┤┬┴┼─━│┃╔╗╚╝╠╣╦╩═║╭╮╰╯↓⬇▼⇩|+\s-]|\bv\b|\bV\b)+$/;

/** Matches an arrow downwards with the case in which to follow it: `↓ PASS`. */
const branchDown = /^\s*[↓⬇▼⇩]\s*\S{1,20}$/;

const downwards = /[↓⬇▼⇩]|(?:^|\s)[vV](?:\s|$)/;

/** Reads `Plan → Build → Test` in one line of a paragraph. A name with a colon may be before it, or on the line above. */
export function stepsOnOneLine(paragraph: Paragraph): { name: string; steps: WorkflowStep[] } | undefined {
  const text = toString(paragraph).trim();
  if (text.length > MAX_LINE_LENGTH || !arrow.test(text)) return;
  const [, name = '', rest = text] =
    /^([^:→\n]{1,60}):\s+(.+)$/.exec(text) ?? /^([^→\n]{1,200}):\n(.+)$/.exec(text) ?? [];
  if (rest.includes('\n')) return;
  const above = text.slice(0, -rest.length).includes('\n') ? 1 : 0;
  const steps = splitAtArrows({ text: rest, line: (paragraph.position?.start.line ?? 1) + above });
  return steps && { name, steps };
}

function isPlainText(code: Code): boolean {
  return !isMermaid(code) && /^(?:text|txt|plaintext|markdown|md)?$/i.test(code.lang ?? '');
}

/** Reads a fence in which arrows join steps: on one line, from line to line, or between boxes below each other. */
export function stepsInFence(code: Code): WorkflowStep[] | undefined {
  if (!isPlainText(code)) return;
  const lines = fencedLines(code).filter(({ text }) => text.trim() !== '');
  if (lines.some(({ text }) => text.length > MAX_LINE_LENGTH)) return;
  const [first, ...others] = lines;
  if (first && others.length === 0) return splitAtArrows(first);
  return stepsBelowEachOther(lines) ?? stepsOverLines(lines);
}

function splitAtArrows({ text, line }: FencedLine): WorkflowStep[] | undefined {
  const parts = text.split(arrow).map((part) =>
    part
      .replace(/[`*[\]]/g, '')
      .replace(/[.\s]+$/, '')
      .trim(),
  );
  return parts.length >= MIN_STEPS && parts.every(isStep) && parts.every(isBalanced)
    ? parts.map((title) => ({ title, tasks: [], line }))
    : undefined;
}

/** Whether all brackets of a step are closed in it. In "follow it (mix → bake)", those of both steps are not. */
function isBalanced(text: string): boolean {
  return (text.match(/\(/g) ?? []).length === (text.match(/\)/g) ?? []).length;
}

function isStep(text: string): boolean {
  return /\p{L}/u.test(text) && text.length <= MAX_STEP_LENGTH && !/[.!?;{}=]\s|[{};]$/.test(text);
}

/** Reads `A → B` and below it `→ C → D`: every line but the first begins with an arrow, or follows one. */
function stepsOverLines(lines: readonly FencedLine[]): WorkflowStep[] | undefined {
  const starts = new RegExp(`^\\s*(?:${arrow.source})`);
  const ends = new RegExp(`(?:${arrow.source})\\s*$`);
  const areJoined = lines.every(
    ({ text }, index) => index === 0 || starts.test(text) || ends.test(lines[index - 1]?.text ?? ''),
  );
  if (!areJoined) return;
  const steps = lines.flatMap(({ text, line }) =>
    text.split(arrow).map((part) => ({ title: part.trim(), tasks: [], line })),
  );
  const written = steps.filter(({ title }) => title !== '');
  return written.length >= MIN_STEPS && written.every(({ title }) => isStep(title)) ? written : undefined;
}

/** Reads steps with an arrow downwards or the border of a box between. Further lines of a step are its tasks. */
function stepsBelowEachOther(lines: readonly FencedLine[]): WorkflowStep[] | undefined {
  if (!lines.some(({ text }) => betweenSteps.test(text) && downwards.test(text))) return;
  const steps: WorkflowStep[] = [];
  let isNew = true;
  for (const { text, line } of lines) {
    if (betweenSteps.test(text) || branchDown.test(text)) {
      isNew ||= downwards.test(text) || drawn.test(text.replace(/[│┃║]/g, ''));
      continue;
    }
    const words = text.replace(/^[\s│┃║|]+|[\s│┃║|]+$/g, '').replace(/^(?:\.{3}|…) ?/, '');
    // Boxes beside each other, and branches, are not a sequence.
    if (drawn.test(words) || words.includes(' | ') || !isStep(words)) return;
    const last = steps.at(-1);
    if (isNew || !last) steps.push({ title: words, tasks: [], line });
    else last.tasks.push(words.replace(/^[-*•]\s+/, ''));
    isNew = false;
  }
  return steps.length >= MIN_STEPS ? steps : undefined;
}

/** Matches what is drawn before the words of a branch. */
const treeDrawing = /^[\s│├└╰─┬┃|+`>►▶▸-]*/;

const numberedBranch = /^(?:(?:step|phase|stage)\s+)?(\d{1,3})[.):]\s+(\S.*)$/i;

/** Reads a drawn tree whose branches have rising numbers, `├─► 2. Bake`. What is drawn below a number is its tasks. */
export function stepsInTree(code: Code): WorkflowStep[] | undefined {
  if (!isPlainText(code)) return;
  const steps: WorkflowStep[] = [];
  let last = -1;
  for (const { text, line } of fencedLines(code)) {
    const drawnPart = treeDrawing.exec(text)?.[0] ?? '';
    const words = text.slice(drawnPart.length).trim();
    const [, number = '', title = ''] = /[├└╰]/.test(drawnPart) ? (numberedBranch.exec(words) ?? []) : [];
    if (number !== '' && Number(number) > last) {
      steps.push({ title, tasks: [], line });
      last = Number(number);
    } else if (words !== '') steps.at(-1)?.tasks.push(words);
  }
  return steps.length > 1 ? steps : undefined;
}
