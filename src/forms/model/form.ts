/** What a field expects: the first three are told by a template's hint, the others by a message's sample value. */
export type FieldKind = 'text' | 'alternatives' | 'aspects' | 'string' | 'number' | 'boolean' | 'list' | 'json';

/**
 * How a suggestion is taken: `one` is the whole value; `one-of` and `some-of` stand between commas, the first
 * instead of the others; `lines` begin lines of their own.
 */
export type Taking = 'one' | 'one-of' | 'some-of' | 'lines';

/** What a template's hint says about its field. */
export type HintMeaning = Pick<FormField, 'kind' | 'suggestions' | 'taking'>;

/** A field of a form. */
export interface FormField {
  /** Stays while the field's words stay: a template's label (`Notes`, a second one `Notes (2)`), a message's path (`progress.test_coverage`). */
  key: string;
  /** Template: its own words. Message: the last part of its path. */
  label: string;
  /** Message: the objects around it, from the outermost. */
  group: string[];
  /** Template: what stands in the brackets. Message: the sample value, in the shape in which a value is typed. */
  hint: string;
  kind: FieldKind;
  /** What can be taken instead of typed: alternatives, aspects, or the two of a boolean. */
  suggestions: string[];
  taking: Taking;
  /** Line of a template's text, from 1; 0 in a message. */
  line: number;
}

/** What a person typed, by the field's key: always raw text, also where a number or a list is meant. */
export type Values = Readonly<Record<string, string>>;

/** What becomes of a field that is not filled: its hint or sample stays, or it is not there at all. */
export type Unfilled = 'hints' | 'left-out';

/** A piece of a rendered text; all pieces joined are the text. */
export interface Segment {
  text: string;
  /** Key of the field that it is of; absent in what the author wrote. */
  field?: string;
  state: 'literal' | 'filled' | 'hint';
}

/** Something to fill in, whatever it is made from. */
export interface Form {
  kind: 'template' | 'message';
  fields: FormField[];
  /** The text with the values in it. A value with an error counts as not filled. */
  render: (values: Values, unfilled: Unfilled) => Segment[];
  /** Why a value cannot be used as it stands; nothing if it can, or if it is not filled. */
  errorOf: (field: FormField, value: string) => string | undefined;
}

/** What was typed into a field, whatever its key is called (`constructor`, `__proto__`); empty if nothing was. */
export function valueAt(values: Values, key: string): string {
  return Object.hasOwn(values, key) ? (values[key] ?? '') : '';
}

export function isFilled(value: string | undefined): boolean {
  return value !== undefined && value.trim() !== '';
}

/** Fields with a value that cannot be used as it stands: the text goes without it. */
export function unusable(form: Form, values: Values): FormField[] {
  return form.fields.filter((field) => form.errorOf(field, valueAt(values, field.key)) !== undefined);
}

/** How many fields are filled with something that can be used, of how many. */
export function countFilled(form: Form, values: Values): { filled: number; total: number } {
  const filled = form.fields.filter(({ key }) => isFilled(valueAt(values, key)));
  return { filled: filled.length - unusable(form, values).length, total: form.fields.length };
}

/** Keys of what was typed into fields that the form has no more, because its author has changed it. */
export function unknownKeys(form: Form, values: Values): string[] {
  const known = new Set(form.fields.map(({ key }) => key));
  return Object.keys(values).filter((key) => !known.has(key) && isFilled(valueAt(values, key)));
}

export function textOf(segments: readonly Segment[]): string {
  return segments.map(({ text }) => text).join('');
}

/** The same words with `\n` for every line end. */
export function withPlainLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** Hands out keys of which no two are the same: `Notes`, `Notes (2)`. */
export function uniqueKeys(): (wanted: string) => string {
  const taken = new Set<string>();
  const times = new Map<string, number>();
  return (wanted) => {
    let nth = (times.get(wanted) ?? 0) + 1;
    let key = nth === 1 ? wanted : `${wanted} (${String(nth)})`;
    while (taken.has(key)) key = `${wanted} (${String(++nth)})`;
    times.set(wanted, nth);
    taken.add(key);
    return key;
  };
}

/** Adds a piece; what the author wrote in a row stays one piece. */
export function addSegment(segments: Segment[], text: string, state: Segment['state'], field?: string): void {
  const last = segments.at(-1);
  if (text === '') return;
  if (state === 'literal' && last?.state === 'literal') last.text += text;
  else segments.push({ text, state, ...(field === undefined ? {} : { field }) });
}
