import { nearestTitle, type ElementBase, type ElementDefinition, type Recogniser } from './element.ts';
import { fencedLines } from './fenced-lines.ts';
import { readFieldLine } from './template-line.ts';

/** One `**Field**: [hint]` line. */
export interface TemplateField {
  label: string;
  /** The text in the brackets; may be empty. */
  hint: string;
  line: number;
}

/** A titled list of fields for another agent to receive. */
export interface HandoffTemplate extends ElementBase {
  kind: 'handoff-template';
  /** The heading above, which says which agents it is for: `To Security Specialists`. */
  recipient: string;
  fields: TemplateField[];
  /** The template as written. */
  text: string;
}

/** Recognises a fence in which every line is a field to fill in or a heading. Other code with brackets is none. */
const recogniseHandoffTemplate: Recogniser<HandoffTemplate> = (node, place) => {
  if (node.type !== 'code') return;
  const lines = fencedLines(node).filter(({ text }) => text.trim() !== '');
  const headings = lines.filter(({ text }) => /^#{1,6}\s/.test(text));
  const fields = lines.flatMap(({ text, line }) => {
    const field = readFieldLine(text);
    return field ? [{ label: field.label, hint: field.hint.trim(), line }] : [];
  });
  if (fields.length < 2 || fields.length + headings.length < lines.length) return;
  const recipient = nearestTitle(place);
  const title = headings[0]?.text.replace(/^#+\s*/, '').trim();
  return { kind: 'handoff-template', title: title ?? recipient, recipient, fields, text: node.value };
};

export const handoffTemplate: ElementDefinition<HandoffTemplate> = {
  name: { one: 'handoff template', many: 'handoff templates' },
  recognise: recogniseHandoffTemplate,
  textLines: ({ recipient, fields }) => [recipient, ...fields.map(({ label, hint }) => `${label}: ${hint}`)],
  references: () => [],
};
