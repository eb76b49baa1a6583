import type { FencedLine } from '../fenced-lines.ts';
import type { TemplateField } from './handoff-template.ts';
import { readFieldLines } from './template-line.ts';

/** Matches a text to replace anywhere, also in a sentence or in a table: `[which]`, `{name}`, `<time>`, `___`. A link is none. */
export const anyPlaceholder =
  /\[(?![ xX]?\])[^[\]]+\](?!\()|\{{1,3}[^{}]+\}{1,3}|<(?!!--\s*(?:[✅❌✓✗⚠]|\w+lint|prettier))[^<>]+>|_{3,}/;

/** A field, and how its author has written it. */
export interface StyledField extends TemplateField {
  /** Whether it has a bold label and a text to replace. */
  isBold: boolean;
  /** Whether it has a label. */
  isNamed: boolean;
  /** Whether a sample stands for the text to write, without any signs around it: `**Impact:** high`. */
  isSample: boolean;
}

/** Returns the fields of the lines of a template. */
export function fieldsIn(lines: readonly FencedLine[]): StyledField[] {
  return readFieldLines(lines.map(({ text }) => text)).flatMap((fields, index) =>
    fields.map(({ label, hint, name, isSample }) => ({
      label,
      hint: hint.trim(),
      line: lines[index]?.line ?? 1,
      isBold: name.startsWith('**') && !isSample,
      isNamed: name !== '',
      isSample,
    })),
  );
}

/** Returns a field as it is stored in an element. */
export function withoutStyle({ label, hint, line }: StyledField): TemplateField {
  return { label, hint, line };
}
