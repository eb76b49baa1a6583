import { toString } from 'mdast-util-to-string';
import { nearestHeading, type ElementBase, type ElementDefinition, type Recogniser } from './element.ts';
import { itemLine, itemText } from './list-item.ts';

export interface GateItem {
  /** Plain text. */
  text: string;
  /** Whether the file has it ticked. */
  done: boolean;
  line: number;
}

/** A phase's checklist: `- [ ]` items (`gate`), or plain bullets under a heading that announces one (`checklist`). */
export interface QualityGate extends ElementBase {
  kind: 'quality-gate';
  form: 'gate' | 'checklist';
  items: GateItem[];
}

const checklistHeading = /\bcheck-?lists?\b|\bquality gates?\b|\bdefinition of done\b|\bacceptance criteria\b/i;

/** Recognises a list whose every item is a task, or any list right under a heading that announces a checklist. */
const recogniseQualityGate: Recogniser<QualityGate> = (node, place) => {
  if (node.type !== 'list') return;
  const tasks = node.children.filter(({ checked }) => typeof checked === 'boolean').length;
  const isGate = tasks === node.children.length;
  if (!isGate && (tasks > 0 || node.children.length < 2 || !checklistHeading.test(nearestHeading(place)))) return;
  return {
    kind: 'quality-gate',
    form: isGate ? 'gate' : 'checklist',
    items: node.children.map((item) => ({
      text: itemText(item) || toString(item),
      done: item.checked === true,
      line: itemLine(item),
    })),
  };
};

export const qualityGate: ElementDefinition<QualityGate> = {
  name: { one: 'quality gate', many: 'gates and checklists' },
  recognise: recogniseQualityGate,
  textLines: ({ items }) => items.map(({ text }) => text),
  references: () => [],
};
