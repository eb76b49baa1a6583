import type { ElementDefinition, Recogniser } from '../element.ts';
import { readFieldList } from './field-list.ts';
import { readFencedTemplate } from './fenced-template.ts';
import { readUnfencedFormat } from './unfenced-format.ts';
import type { HandoffTemplate } from './handoff-template.ts';

/** Recognises fences, tables and paragraphs with fields to fill in, and lists of the fields of an answer. */
const recogniseHandoffTemplate: Recogniser<HandoffTemplate> = (node, context) => {
  if (node.type === 'list') return readFieldList(node, context);
  if (node.type === 'table' || node.type === 'paragraph') return readUnfencedFormat(node, context);
  return node.type === 'code' ? readFencedTemplate(node, context) : undefined;
};

export const handoffTemplate: ElementDefinition<HandoffTemplate> = {
  name: { one: 'handoff template', many: 'handoff templates' },
  recognise: recogniseHandoffTemplate,
  textLines: ({ recipient, fields }) => [recipient, ...fields.map(({ label, hint }) => `${label}: ${hint}`)],
  references: () => [],
};
