import { readFieldLine } from '../../playbook/elements/template-line.ts';
import {
  addSegment,
  isFilled,
  textOf,
  uniqueKeys,
  valueAt,
  withPlainLineEnds,
  type Form,
  type FormField,
  type HintMeaning,
  type Segment,
  type Unfilled,
  type Values,
} from './form.ts';
import { fieldText, startsField, type Slot } from './template-slot.ts';

/** A line of the template, as written, and the slot in it. */
export interface Line {
  written: string;
  slot?: Slot & { field: FormField };
}

/**
 * The form of a handoff template, out of its own text.
 * @param readHint says what a hint means. In the browser, where the page has its fields already, nobody asks: only
 * then can what reads hints stay away.
 */
export function templateForm(text: string, readHint: (hint: string) => HintMeaning): Form {
  const lines = readLines(text, readHint);
  const fields = lines.flatMap(({ slot }) => (slot ? [slot.field] : []));
  return {
    kind: 'template',
    fields,
    render: (values, unfilled) => render(lines, values, unfilled),
    errorOf: () => undefined,
  };
}

export function readLines(text: string, readHint: (hint: string) => HintMeaning): Line[] {
  const keyFor = uniqueKeys();
  const lines = withPlainLineEnds(text)
    .split('\n')
    .map((written, index): Line => {
      const parts = readFieldLine(written);
      if (!parts) return { written };
      const hint = parts.hint.trim();
      const lead = parts.marker + parts.name;
      const column = parts.marker.replace(/\S/g, ' ');
      return {
        written,
        slot: {
          field: {
            key: keyFor(parts.label),
            label: parts.label || 'Without a name',
            group: [],
            hint,
            ...readHint(hint),
            line: index + 1,
          },
          lead,
          // `**A:**[a]`: bold that a letter follows at once would not be read as bold.
          before: /\s$/.test(lead) ? lead : `${lead} `,
          hint: `[${parts.hint}]`,
          after: parts.after,
          column,
          indent: `${column}  `,
          mayIndent: true,
        },
      };
    });
  // From the end, so that each indent is looked for once among those that any later line starts with.
  const blanksBelow = new Set<string>();
  for (const { written, slot } of lines.toReversed()) {
    if (slot) slot.mayIndent = ![...blanksBelow].some((blanks) => blanks.startsWith(slot.indent));
    const blanks = /^\s*/.exec(written)?.[0] ?? '';
    if (blanks !== '') blanksBelow.add(blanks);
  }
  return lines;
}

function render(lines: readonly Line[], values: Values, unfilled: Unfilled): Segment[] {
  const segments: Segment[] = [];
  const rendered = lines.map((line) => renderLine(line, values));
  const shown = unfilled === 'hints' ? rendered : leaveOut(lines, rendered);
  shown.forEach((pieces, index) => {
    if (index > 0) addSegment(segments, '\n', 'literal');
    for (const { text, state, field } of pieces) addSegment(segments, text, state, field);
  });
  return segments;
}

function renderLine({ written, slot }: Line, values: Values): Segment[] {
  if (!slot) return [{ text: written, state: 'literal' }];
  const { key } = slot.field;
  const value = withPlainLineEnds(valueAt(values, key));
  if (!isFilled(value)) {
    return [
      { text: slot.lead, state: 'literal' },
      { text: slot.hint, state: 'hint', field: key },
      { text: slot.after, state: 'literal' },
    ];
  }
  const { opening, content, closing } = fieldText(slot, value);
  return [
    { text: opening, state: 'literal' },
    { text: content, state: 'filled', field: key },
    { text: closing, state: 'literal' },
  ];
}

/**
 * Without the lines of fields that are not filled, and without the blank lines that this would leave in a row. A
 * field that the next line would be mistaken for (of two that are labelled alike, the second is filled) stays.
 */
function leaveOut(lines: readonly Line[], rendered: readonly Segment[][]): Segment[][] {
  const kept = new Set<number>();
  let next = '';
  for (let index = lines.length - 1; index >= 0; index--) {
    const pieces = rendered[index] ?? [];
    const slot = lines[index]?.slot;
    if (slot && pieces.some(({ state }) => state === 'hint') && !startsField(slot, next)) continue;
    kept.add(index);
    const [first = ''] = textOf(pieces).split('\n', 1);
    if (slot || first.trim() !== '') next = first;
  }
  const shown: { pieces: Segment[]; isBlank: boolean }[] = [];
  let hasGap = false;
  for (const [index, pieces] of rendered.entries()) {
    const isBlank = lines[index]?.slot === undefined && lines[index]?.written.trim() === '';
    if (!kept.has(index)) hasGap = true;
    else if (!isBlank || !hasGap || shown.at(-1)?.isBlank === false) {
      shown.push({ pieces, isBlank });
      hasGap = false;
    }
  }
  const endsBlank = lines.at(-1)?.written.trim() === '';
  while (hasGap && !endsBlank && shown.at(-1)?.isBlank) shown.pop();
  return shown.map(({ pieces }) => pieces);
}
