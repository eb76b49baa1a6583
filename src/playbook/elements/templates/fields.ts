import type { FencedLine } from '../fenced-lines.ts';
import type { TemplateField } from './handoff-template.ts';
import { readFieldLines } from './template-line.ts';

/** A text to replace, also inside of a sentence or of a table. A link is none. */
export const anyPlaceholder =
  /\[(?![ xX]?\])[^[\]]+\](?!\()|\{{1,3}[^{}]+\}{1,3}|<(?!!--\s*(?:[✅❌✓✗⚠]|\w+lint|prettier))[^<>]+>|_{3,}/;

export function fieldsIn(
  lines: readonly FencedLine[],
): (TemplateField & { isStrict: boolean; isNamed: boolean; isSample: boolean })[] {
  return readFieldLines(lines.map(({ text }) => text)).flatMap((fields, index) =>
    fields.map(({ label, hint, name, isSample }) => {
      return {
        label,
        hint: hint.trim(),
        line: lines[index]?.line ?? 1,
        isStrict: name.startsWith('**') && !isSample,
        isNamed: name !== '',
        isSample,
      };
    }),
  );
}

export function withoutStyle({ label, hint, line }: TemplateField): TemplateField {
  return { label, hint, line };
}
