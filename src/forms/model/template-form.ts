import type { FieldLine as TemplateFieldLine } from '../../playbook/elements/templates/template-line.ts';
import {
  addSegment,
  isFilled,
  joinSegments,
  uniqueKeys,
  valueAt,
  withPlainLineEnds,
  type Form,
  type FormField,
  type HintMeaning,
  type Segment,
  type UnfilledMode,
  type Values,
} from './form.ts';
import { afterLastField, fieldText, startsField, type FieldLine } from './field-line.ts';

/** A line of the template as written, or the part of a line with one of its fields, and what it says about the field. */
export interface Line {
  written: string;
  fieldLine?: FieldLine & { field: FormField };
  /** Whether it is on the line of the one before: `**A**: [x] | **B**: [y]`. */
  continues?: boolean;
}

const plainHint: HintMeaning = { kind: 'text', suggestions: [], insertMode: 'one' };

/** Makes a form of the lines of a handoff template. */
export function templateForm(lines: readonly Line[]): Form {
  const fields = lines.flatMap(({ fieldLine }) => (fieldLine ? [fieldLine.field] : []));
  return {
    kind: 'template',
    fields,
    render: (values, unfilled) => render(lines, values, unfilled),
    errorOf: () => undefined,
  };
}

/**
 * Returns the lines of a handoff template.
 * @param fieldLines the fields of each line, as the build has read them (`template-lines.ts`)
 * @param readHint interprets a hint. The browser leaves it out and need not load the recognisers, because the markup of
 *   the fields is already in the page.
 */
export function linesOf(
  text: string,
  fieldLines: readonly (readonly TemplateFieldLine[])[],
  readHint: (hint: string) => HintMeaning = () => plainHint,
): Line[] {
  const keyFor = uniqueKeys();
  const lineOf = (parts: TemplateFieldLine, line: number, continues: boolean): Line => {
    const hint = parts.hint.trim();
    const lead = parts.marker + parts.name;
    const column = parts.marker.replace(/\S/g, ' ');
    return {
      written: lead + parts.placeholder + parts.after,
      ...(continues && { continues }),
      fieldLine: {
        field: {
          key: keyFor(parts.label),
          label: parts.label || 'Without a name',
          group: [],
          hint,
          ...readHint(hint),
          line,
        },
        lead,
        // In `**A:**[a]`, Markdown would not read the label as bold if a letter followed directly.
        before: lead === '' || /\s$/.test(lead) ? lead : `${lead} `,
        hint: parts.placeholder,
        after: parts.after,
        column,
        indent: `${column}  `,
        mayIndent: true,
      },
    };
  };
  const written = withPlainLineEnds(text).split('\n');
  const lines = fieldLines.flatMap((fields, index): Line[] =>
    fields.length === 0
      ? [{ written: written[index] ?? '' }]
      : fields.map((parts, nth) => lineOf(parts, index + 1, nth > 0)),
  );
  // From the end, so that `indentsBelow` contains the indents of all later lines.
  const indentsBelow = new Set<string>();
  for (const { written, fieldLine } of lines.toReversed()) {
    if (fieldLine) fieldLine.mayIndent = ![...indentsBelow].some((indent) => indent.startsWith(fieldLine.indent));
    const indent = /^\s*/.exec(written)?.[0] ?? '';
    if (indent !== '') indentsBelow.add(indent);
  }
  return lines;
}

function render(lines: readonly Line[], values: Values, unfilled: UnfilledMode): Segment[] {
  const segments: Segment[] = [];
  const rendered = lines.map((line) => renderLine(line, values));
  const shown = unfilled === 'hints' ? [...lines.keys()] : withoutUnfilled(lines, rendered);
  shown.forEach((at, index) => {
    const isJoined = joins(lines, rendered, shown[index + 1], at);
    if (index > 0 && !joins(lines, rendered, at, shown[index - 1])) addSegment(segments, '\n', 'literal');
    const pieces = lines[at + 1]?.continues && !isJoined ? withoutSeparator(rendered[at] ?? []) : (rendered[at] ?? []);
    for (const { text, state, field } of pieces) addSegment(segments, text, state, field);
  });
  return segments;
}

/** Whether a part is shown on the line of the one before: not if that one is left out, or has several lines. */
function joins(lines: readonly Line[], rendered: readonly Segment[][], at?: number, before?: number): boolean {
  if (at === undefined || before !== at - 1 || !lines[at]?.continues) return false;
  return !joinSegments(rendered[before] ?? []).includes('\n');
}

/** Returns the text of a field without the sign that separates it from the next one on its line. */
function withoutSeparator(pieces: readonly Segment[]): Segment[] {
  const last = pieces.at(-1);
  return last?.state === 'literal' && pieces.length > 2
    ? [...pieces.slice(0, -1), { ...last, text: afterLastField(last.text) }]
    : [...pieces];
}

function renderLine({ written, fieldLine }: Line, values: Values): Segment[] {
  if (!fieldLine) return [{ text: written, state: 'literal' }];
  const { key } = fieldLine.field;
  const value = withPlainLineEnds(valueAt(values, key));
  if (!isFilled(value)) {
    return [
      { text: fieldLine.lead, state: 'literal' },
      { text: fieldLine.hint, state: 'hint', field: key },
      { text: fieldLine.after, state: 'literal' },
    ];
  }
  const { opening, content, closing } = fieldText(fieldLine, value);
  return [
    { text: opening, state: 'literal' },
    { text: content, state: 'filled', field: key },
    { text: closing, state: 'literal' },
  ];
}

/**
 * Returns the lines that stay without those of unfilled fields, and without the consecutive blank lines that this would
 * leave. An unfilled field stays if the next line would otherwise be mistaken for it: of two fields with the same label,
 * only the second is filled.
 */
function withoutUnfilled(lines: readonly Line[], rendered: readonly Segment[][]): number[] {
  const remaining = new Set<number>();
  let next = '';
  for (let index = lines.length - 1; index >= 0; index--) {
    const pieces = rendered[index] ?? [];
    const fieldLine = lines[index]?.fieldLine;
    if (fieldLine && pieces.some(({ state }) => state === 'hint') && !startsField(fieldLine, next)) continue;
    remaining.add(index);
    const [first = ''] = joinSegments(pieces).split('\n', 1);
    if (fieldLine || first.trim() !== '') next = first;
  }
  const shown: { at: number; isBlank: boolean }[] = [];
  let hasGap = false;
  for (const at of rendered.keys()) {
    const isBlank = lines[at]?.fieldLine === undefined && lines[at]?.written.trim() === '';
    if (!remaining.has(at)) hasGap = true;
    else if (!isBlank || !hasGap || shown.at(-1)?.isBlank === false) {
      shown.push({ at, isBlank });
      hasGap = false;
    }
  }
  const endsBlank = lines.at(-1)?.written.trim() === '';
  while (hasGap && !endsBlank && shown.at(-1)?.isBlank) shown.pop();
  return shown.map(({ at }) => at);
}
