import { isRecord, own, parseJson } from '../../lib/safe-json.ts';
import { isKnownAnswer, textProperties, type HandoffContext } from '../handoff-context.ts';
import type { Values } from '../model/form.ts';

/** A form as the reader has filled it in. Some values may belong to fields that the form no longer has. */
export interface Draft extends HandoffContext {
  id: string;
  name: string;
  values: Values;
  /** When it was last changed. */
  at: Date;
}

/** The drafts of one form, in the order in which they were started. */
export interface Drafts {
  /** Id of the draft that was last edited; it may have been deleted since. */
  current: string;
  drafts: readonly Draft[];
}

export const noDrafts: Drafts = { current: '', drafts: [] };

/** Returns the draft that was last edited, or the newest. */
export function currentDraft({ current, drafts }: Drafts): Draft | undefined {
  return drafts.find(({ id }) => id === current) ?? drafts.at(-1);
}

/** Adds a draft and makes it the current one. If its name is empty or taken, it gets another. */
export function addDraft(drafts: Drafts, draft: Omit<Draft, 'id'>): Drafts {
  const ids = new Set(drafts.drafts.map(({ id }) => id));
  let number = drafts.drafts.length + 1;
  while (ids.has(`draft-${String(number)}`)) number++;
  const id = `draft-${String(number)}`;
  const name = freeName(drafts, draft.name.trim() || `Draft ${String(number)}`);
  return { current: id, drafts: [...drafts.drafts, { ...draft, id, name }] };
}

/** Replaces the draft of the same id, or adds it if another tab has deleted it, and makes it the current one. */
export function putDraft(drafts: Drafts, draft: Draft): Drafts {
  const exists = drafts.drafts.some(({ id }) => id === draft.id);
  const all = exists ? editDraft(drafts, draft.id, () => draft).drafts : [...drafts.drafts, draft];
  return { current: draft.id, drafts: all };
}

/** Changes one value. The others stay as they are, because another tab may have changed them. */
export function setValue(drafts: Drafts, id: string, key: string, value: string, at: Date): Drafts {
  const changed = editDraft(drafts, id, (draft) => {
    const others = Object.entries(draft.values).filter(([other]) => other !== key);
    return { ...draft, at, values: Object.fromEntries(value === '' ? others : [...others, [key, value]]) };
  });
  return { ...changed, current: id };
}

/** Whether the reader would lose nothing without the draft. */
export function isEmptyDraft({ values, to, task, known }: Draft): boolean {
  return Object.keys(values).length === 0 && !to && !task && !known?.length;
}

/**
 * Parses stored drafts. An invalid part is dropped or repaired without the rest; values of unknown fields stay.
 * @returns `undefined` if the text is not in the format of `writeDrafts`
 */
export function readDrafts(text: string): Drafts | undefined {
  const stored = parseJson(text);
  const drafts = isRecord(stored) ? own(stored, 'drafts') : undefined;
  if (!isRecord(stored) || !Array.isArray(drafts)) return;
  const read = drafts.filter(isRecord).reduce<Drafts>(readDraft, noDrafts);
  // If not one entry is a draft, the caller must back the text up rather than write over it.
  if (read.drafts.length === 0 && drafts.length > 0) return;
  const current = own(stored, 'current');
  return { ...read, current: typeof current === 'string' ? current : '' };
}

/** Formats drafts as text to store; the inverse of `readDrafts`. */
export function writeDrafts({ current, drafts }: Drafts): string {
  return JSON.stringify({ current, drafts });
}

function readDraft(drafts: Drafts, stored: Record<string, unknown>): Drafts {
  const values = own(stored, 'values');
  const known = own(stored, 'known');
  const at = own(stored, 'at');
  const date = new Date(typeof at === 'string' ? at : 0);
  const { id = '', name = '', ...context } = textProperties(stored, ['id', 'name', 'to', 'task']);
  const answers = Array.isArray(known) ? known.filter(isKnownAnswer) : [];
  const draft = {
    name,
    values: isRecord(values) ? Object.fromEntries(Object.entries(values).map(withTextValue)) : {},
    ...context,
    ...(answers.length === 0 ? {} : { known: answers }),
    at: Number.isNaN(date.getTime()) ? new Date(0) : date,
  };
  const isUnique = id !== '' && name !== '' && drafts.drafts.every((other) => other.id !== id);
  return isUnique ? { ...drafts, drafts: [...drafts.drafts, { ...draft, id }] } : addDraft(drafts, draft);
}

function withTextValue([key, value]: [string, unknown]): [string, string] {
  return [key, typeof value === 'string' ? value : JSON.stringify(value)];
}

/** Changes the draft of an id, if there is one. */
export function editDraft(drafts: Drafts, id: string, change: (draft: Draft) => Draft): Drafts {
  return { ...drafts, drafts: drafts.drafts.map((draft) => (draft.id === id ? change(draft) : draft)) };
}

/** Returns the wanted name, numbered if a draft already has it. */
export function freeName({ drafts }: Drafts, wanted: string): string {
  const taken = new Set(drafts.map(({ name }) => name));
  let name = wanted;
  for (let nth = 2; taken.has(name); nth++) name = `${wanted} (${String(nth)})`;
  return name;
}
