import { nearestHeading, type ElementBase, type Recogniser } from './element.ts';
import { readFieldLine } from './template-line.ts';

/** One `**Field**: [hint]` line. */
export interface TemplateField {
  label: string;
  /** What stands in the brackets; may be empty. */
  hint: string;
  line: number;
}

/** A titled list of fields for another agent to receive. */
export interface HandoffTemplate extends ElementBase {
  kind: 'handoff-template';
  /** Whom it is for, by the heading above: `To Security Specialists`. */
  recipient: string;
  fields: TemplateField[];
  /** The template as written. */
  text: string;
}

/** Claims a fence in which all lines but headings are fields to fill in; code with brackets is not one. */
export const recogniseHandoffTemplate: Recogniser<HandoffTemplate> = (node, place) => {
  if (node.type !== 'code') return;
  const first = (node.position?.start.line ?? 0) + 1;
  const lines = node.value.split('\n').map((text, index) => ({ text, line: first + index }));
  const said = lines.filter(({ text }) => text.trim() !== '');
  const title = said
    .find(({ text }) => /^#{1,6}\s/.test(text))
    ?.text.replace(/^#+\s*/, '')
    .trim();
  const fields = said.flatMap(({ text, line }) => {
    const field = readFieldLine(text);
    return field ? [{ label: field.label, hint: field.hint.trim(), line }] : [];
  });
  const headings = said.filter(({ text }) => /^#{1,6}\s/.test(text)).length;
  if (fields.length < 2 || fields.length + headings < said.length) return;
  const recipient = nearestHeading(place);
  return { kind: 'handoff-template', title: title ?? recipient, recipient, fields, text: node.value };
};
