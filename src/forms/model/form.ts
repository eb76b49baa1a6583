/** The kind of value that a field expects. The first three come from a template's hint, the others from a message's sample value. */
export type FieldKind = 'text' | 'alternatives' | 'aspects' | 'string' | 'number' | 'boolean' | 'list' | 'json';

/**
 * How a suggestion is inserted. `one`: it is the whole value. `one-of`: it replaces the others in a comma-separated
 * list. `some-of`: it is added to that list. `lines`: it starts a line of its own.
 */
export type InsertMode = 'one' | 'one-of' | 'some-of' | 'lines';

/** The part of a template's field that is derived from its hint. */
export type HintMeaning = Pick<FormField, 'kind' | 'suggestions' | 'insertMode'>;

/** A field of a form. */
export interface FormField {
  /**
   * Identifies the field in stored drafts and share links. A template's label (`Notes`, a second one `Notes (2)`), or a
   * message's path (`progress.test_coverage`).
   */
  key: string;
  /** A template's own words, or the last part of a message's path. */
  label: string;
  /** In a message, the keys of the objects around the field, outermost first. */
  group: string[];
  /** The text in a template's brackets, or a message's sample value as the reader would type it. */
  hint: string;
  kind: FieldKind;
  /** Values that can be inserted with one key: alternatives, aspects, or `true` and `false`. */
  suggestions: string[];
  insertMode: InsertMode;
  /** Line of a template's text, from 1; 0 in a message. */
  line: number;
}

/** The values that the reader typed, by the fields' keys: always text, even where a number or a list is expected. */
export type Values = Readonly<Record<string, string>>;

/** Whether a text contains the hints or samples of fields that are not filled, or leaves those fields out. */
export type UnfilledMode = 'hints' | 'left-out';

/** A piece of a rendered text. All pieces joined are the text. */
export interface Segment {
  text: string;
  /** Key of its field; absent in the author's own text. */
  field?: string;
  state: 'literal' | 'filled' | 'hint';
}

/** A form made from a template or a message. */
export interface Form {
  kind: 'template' | 'message';
  fields: FormField[];
  /** Renders the text with values. A field whose value has an error counts as not filled. */
  render: (values: Values, unfilled: UnfilledMode) => Segment[];
  /** Returns why a value cannot be used; `undefined` if it can, or if it is blank. */
  errorOf: (field: FormField, value: string) => string | undefined;
}

/** Returns a field's value, or an empty text. Safe for keys such as `constructor`. */
export function valueAt(values: Values, key: string): string {
  return Object.hasOwn(values, key) ? (values[key] ?? '') : '';
}

export function isFilled(value: string | undefined): boolean {
  return value !== undefined && value.trim() !== '';
}

/** Returns the fields whose value cannot be used; the text does not contain it. */
export function unusableFields(form: Form, values: Values): FormField[] {
  return form.fields.filter((field) => form.errorOf(field, valueAt(values, field.key)) !== undefined);
}

/** Counts the fields that have a usable value. */
export function countFilled(form: Form, values: Values): { filled: number; total: number } {
  const filled = form.fields.filter(({ key }) => isFilled(valueAt(values, key)));
  return { filled: filled.length - unusableFields(form, values).length, total: form.fields.length };
}

/** Returns the keys of values whose field the author has removed from the form. */
export function unknownKeys(form: Form, values: Values): string[] {
  const known = new Set(form.fields.map(({ key }) => key));
  return Object.keys(values).filter((key) => !known.has(key) && isFilled(valueAt(values, key)));
}

export function joinSegments(segments: readonly Segment[]): string {
  return segments.map(({ text }) => text).join('');
}

/** Replaces every line end with `\n`. */
export function withPlainLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** Returns a function that numbers keys which it has returned before: `Notes`, `Notes (2)`. */
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

/** Appends a piece. Adjacent literal pieces are merged. */
export function addSegment(segments: Segment[], text: string, state: Segment['state'], field?: string): void {
  const last = segments.at(-1);
  if (text === '') return;
  if (state === 'literal' && last?.state === 'literal') last.text += text;
  else segments.push({ text, state, ...(field === undefined ? {} : { field }) });
}
