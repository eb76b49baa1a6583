import type { ElementDefinition, Recogniser } from '../element.ts';
import { readFieldList } from './field-list.ts';
import { readFencedTemplate } from './fenced-template.ts';
import { readUnfencedFormat } from './unfenced-format.ts';
import type { HandoffTemplate } from './handoff-template.ts';

/** Recognises a fence, a table or lines with fields to fill in, and the list of the fields of a format. */
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
