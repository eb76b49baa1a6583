import type { RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { phaseTitle } from '../workflows/titles.ts';
import { beginsTaggedStep } from './tagged-steps.ts';

/**
 * How authors write the items of a list that markdown does not read as one:
 * - `number`: `**1. Knead**` or `**Phase 1 – Knead**: …`
 * - `arrow`: `**Knead** → soft dough`
 * - `arrow-below`: `**Knead**: flour and water`, and on the next line `→ Route to: baker`
 * - `name`: `**Crust**: golden`
 * - `label`: `**Crust**`, with a list below it
 * - `list`: numbered lists that other text splits
 * - `tag`: `<step name="knead">`
 */
export type ItemStyle = 'number' | 'arrow' | 'arrow-below' | 'name' | 'label' | 'list' | 'tag';

/** The start of an item. */
export interface ItemStart {
  style: ItemStyle;
  /** The number of the item; `NaN` if it has none, or a Roman one. */
  number: number;
  /** The number that the next item must have; `NaN` if it may have any. */
  next: number;
}

/** Matches `1. Knead` in bold. */
export const boldNumber = /^(\d+)[.)]\s+(?=\S)/;

/** Matches what follows the bold name of a step. A colon would follow the name of a definition as well. */
export const arrowAfterName = /^\s*(?:[→⇒➜]|=+>|-+>)\s*\S/;

/** Matches what follows a bold name if an arrow begins the next line: `: cold dough`, then `→ Route to: baker`. */
const arrowOnNextLine = /^:[^\n]{0,300}\n\s{0,9}(?:[→⇒➜]|=+>|-+>)\s*\S/;

/** Matches what follows the bold name of an item: a colon, a dash or the next line. */
const afterItemName = /^(?:\s*[:–—]|\s+-\s|[^\S\n]*\n)/;

/**
 * Returns how a node begins an item; `undefined` if it does not.
 * @param next the node below it
 */
export function itemStartAt(node: RootContent | undefined, next: RootContent | undefined): ItemStart | undefined {
  if (node?.type === 'list') {
    const number = node.start ?? 1;
    return node.ordered === true ? { style: 'list', number, next: number + node.children.length } : undefined;
  }
  const [name, ...rest] = node?.type === 'paragraph' ? node.children : [];
  if (beginsTaggedStep(name)) return unnumbered('tag');
  if (name?.type !== 'strong') return;
  const text = toString(name);
  const number = boldNumber.exec(text)?.[1] ?? phaseTitle.exec(text)?.[1];
  if (number !== undefined) return { style: 'number', number: Number.parseFloat(number), next: NaN };
  const after = rest.map((child) => toString(child)).join('');
  if (arrowOnNextLine.test(after)) return unnumbered('arrow-below');
  if (arrowAfterName.test(after)) return unnumbered('arrow');
  if (/^\s*:?\s*$/.test(after) && next?.type === 'list') return unnumbered('label');
  const isName = after !== '' && (text.endsWith(':') || afterItemName.test(after));
  return isName ? unnumbered('name') : undefined;
}

function unnumbered(style: ItemStyle): ItemStart {
  return { style, number: NaN, next: NaN };
}
