import type { Code, Paragraph } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { nearestTitle, type Context, type Recognised } from '../element.ts';
import { fencedLines, type FencedLine } from '../fenced-lines.ts';
import { drawnBox } from '../list-item.ts';
import { checklistTitleAt } from './checklist-titles.ts';
import type { GateItem, QualityGate } from './quality-gate.ts';

/** Minimum number of lines with a box or a bullet: an example of the syntax has fewer. */
const MIN_LINES = 3;

/** Matches a line with a box: `- [ ] bake`, `□ bake`, `✅ bake`. */
const boxLine = /^\s*(?:(?:[-*+]\s+)?\[([ xX])\]|[-*+]?\s*[☐□▢◻⬜]\uFE0F?|[-*+]?\s*([☑☒✅✓✔])\uFE0F?)\s+(\S.*)$/u;

/** Matches a line with a bullet or a number: `- bake`. */
const bulletLine = /^\s*(?:[-*+•]|\d{1,2}[.)])\s+(?!\[[ xX]\]\s)(\S.*)$/;

/** Matches a heading, a label or a rule between such lines. */
const titleOrRuleLine = /^\s*(?:#{1,6}\s|\S[^:]{0,60}:\s*$|[-=─═]{3,}\s*$|[\p{Lu}\d][\p{Lu}\d\s&/-]{2,60}$)/u;

/** Reads a fence of lines with boxes as a gate, and one of bullets below the title of a checklist as a checklist. */
export function readGateFence(code: Code, context: Context): Recognised<QualityGate> | undefined {
  if (!/^(?:markdown|md|text|txt|ya?ml)?$/i.test(code.lang ?? '')) return;
  const lines = fencedLines(code).filter(({ text }) => text.trim() !== '');
  // The lists of a configuration look like boxes as well.
  const isYaml = /^y/i.test(code.lang ?? '');
  return (isYaml ? undefined : readBoxLines(lines, context)) ?? readBulletLines(lines, context);
}

function readBoxLines(lines: readonly FencedLine[], context: Context): Recognised<QualityGate> | undefined {
  // What is further to the right explains the item above, unless it has a box itself.
  const indent = indentOf(lines.find(({ text }) => boxLine.test(text))?.text ?? '');
  const outer = lines.filter(({ text }) => indentOf(text) <= indent || /^\s*(?:[-*+]\s+)?\[[ xX]\]/.test(text));
  const items = itemsIn(outer, boxLine);
  const areMost = items.length >= MIN_LINES && items.length * 3 >= outer.length * 2;
  if (!areMost || items.every(({ done }) => done)) return;
  const title = nearestTitle(context);
  return { kind: 'quality-gate', variant: 'gate', ...(title === '' ? {} : { title }), items };
}

function readBulletLines(lines: readonly FencedLine[], context: Context): Recognised<QualityGate> | undefined {
  const title = checklistTitleAt(context);
  const items = itemsIn(lines, bulletLine);
  const isOnlyBullets = lines.every(({ text }) => bulletLine.test(text) || titleOrRuleLine.test(text));
  if (title === undefined || items.length < MIN_LINES || !isOnlyBullets) return;
  return { kind: 'quality-gate', variant: 'checklist', title, items };
}

/** Reads a paragraph of lines that begin with a box, of which one is open. Its first line may be the title. */
export function readGateParagraph(paragraph: Paragraph, context: Context): Recognised<QualityGate> | undefined {
  const text = toString(paragraph);
  if (!/(?:^|\n)[☐□▢◻⬜]/u.test(text)) return;
  const first = paragraph.position?.start.line ?? 1;
  const lines = text.split('\n').map((line, index) => ({ text: line, line: first + index }));
  const title = drawnBox.test(lines[0]?.text ?? '') ? undefined : lines.shift()?.text.replace(/:\s*$/, '').trim();
  const items = itemsIn(lines, boxLine);
  if (items.length < MIN_LINES || items.length < lines.length) return;
  return { kind: 'quality-gate', variant: 'gate', title: title ?? nearestTitle(context), items };
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

/** Returns the lines that a pattern matches as items. */
function itemsIn(lines: readonly FencedLine[], pattern: RegExp): GateItem[] {
  return lines.flatMap(({ text, line }) => {
    const match = pattern.exec(text);
    const item = match?.at(-1)?.trim() ?? '';
    const done = pattern === boxLine && (/[xX]/.test(match?.[1] ?? '') || match?.[2] !== undefined);
    return item === '' ? [] : [{ text: item, done, line }];
  });
}
