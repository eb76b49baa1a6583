import { toString } from 'mdast-util-to-string';
import { firstLine, lineOf } from './delegations.ts';
import { nearestHeading, type ElementBase, type Recogniser } from './element.ts';

export interface GateItem {
  /** The words to tick, as plain text. */
  text: string;
  /** Ticked already in the file. */
  done: boolean;
  line: number;
}

/** A phase's checklist: `- [ ]` items (`gate`), or plain bullets under a heading that says so (`checklist`). */
export interface QualityGate extends ElementBase {
  kind: 'quality-gate';
  form: 'gate' | 'checklist';
  items: GateItem[];
}

const saysChecklist = /\bcheck-?lists?\b|\bquality gates?\b|\bdefinition of done\b|\bacceptance criteria\b/i;

/** Claims a list whose every item is a task, or any list right under a heading that announces a checklist. */
export const recogniseQualityGate: Recogniser<QualityGate> = (node, place) => {
  if (node.type !== 'list') return;
  const tasks = node.children.filter(({ checked }) => typeof checked === 'boolean').length;
  const isGate = tasks === node.children.length;
  if (!isGate && (tasks > 0 || node.children.length < 2 || !saysChecklist.test(nearestHeading(place)))) return;
  return {
    kind: 'quality-gate',
    form: isGate ? 'gate' : 'checklist',
    items: node.children.map((item) => ({
      text: firstLine(item) || toString(item),
      done: item.checked === true,
      line: lineOf(item),
    })),
  };
};
