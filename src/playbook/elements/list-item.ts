import type { List, ListItem } from 'mdast';
import { toString } from 'mdast-util-to-string';

/** Returns the text of an item's first paragraph, on one line; empty if the item begins with something else. */
export function itemText(item: ListItem): string {
  const [first] = item.children;
  return first?.type === 'paragraph' ? toString(first).replace(/\s+/g, ' ').trim() : '';
}

/** Returns the bold text at the start of an item; its whole text if it does not start with bold text. */
export function itemLabel(item: ListItem): string {
  const [first] = item.children;
  const start = first?.type === 'paragraph' ? first.children[0] : undefined;
  return start?.type === 'strong' ? toString(start).replace(/:$/, '').trim() : itemText(item);
}

/** Matches the start of a question. `**Scope**: which files?` is a task that a question explains. */
const question =
  /^(?:is|are|am|do|does|did|can|could|will|would|should|has|have|was|were|what|which|who|whose|when|where|why|how)\b[^?]{1,300}\?/i;

/** Whether most items of a list are questions. */
export function areQuestions({ children }: List): boolean {
  return children.filter((item) => question.test(itemText(item))).length * 2 > children.length;
}

/** Whether an item of a list has a box in markdown: `- [ ] bake`. */
export function hasMarkdownBoxes({ children }: List): boolean {
  return children.some(({ checked }) => typeof checked === 'boolean');
}

/** Matches a box that is drawn instead of written as `[ ]`; the group is set if it is ticked. */
export const drawnBox = /^(?:[☐□▢◻⬜]|([☑☒✅✓✔]))\uFE0F?\s+/u;

/** Whether each item of a list begins with a drawn box, ticked or not. */
export function haveDrawnBoxes({ children }: List): boolean {
  return children.every((item) => drawnBox.test(itemText(item)));
}

/** Returns the line in the file on which an item starts. */
export function itemLine(item: ListItem): number {
  return item.position?.start.line ?? 1;
}
