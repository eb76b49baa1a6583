import type { ElementBase, ElementDefinition, Recogniser } from '../element.ts';
import { readFieldList } from './field-list.ts';
import { readFencedTemplate } from './fenced-template.ts';

/** One `**Field**: [hint]` line. */
export interface TemplateField {
  label: string;
  /** The text in the brackets; may be empty. */
  hint: string;
  line: number;
}

/** A titled list of fields: for another agent to receive (`handoff`), or what an agent answers with (`report`). */
export interface HandoffTemplate extends ElementBase {
  kind: 'handoff-template';
  purpose: 'handoff' | 'report';
  /** The heading above, which says which agents it is for: `To Security Specialists`. */
  recipient: string;
  fields: TemplateField[];
  /** The template as written. */
  text: string;
}

/** Recognises a fence with fields to fill in, and the list of the fields of a format. */
const recogniseHandoffTemplate: Recogniser<HandoffTemplate> = (node, place) => {
  if (node.type === 'list') return readFieldList(node, place);
  return node.type === 'code' ? readFencedTemplate(node, place) : undefined;
};

export const handoffTemplate: ElementDefinition<HandoffTemplate> = {
  name: { one: 'handoff template', many: 'handoff templates' },
  recognise: recogniseHandoffTemplate,
  textLines: ({ recipient, fields }) => [recipient, ...fields.map(({ label, hint }) => `${label}: ${hint}`)],
  references: () => [],
};
