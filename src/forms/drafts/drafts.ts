import type { Values } from '../model/form.ts';
import { isKnown, textsIn } from './parse-context.ts';
import type { Handover } from '../prompt.ts';
import { isRecord, own, parseJson } from '../../lib/safe-json.ts';

/** What somebody is writing into a form. Its values may be of fields that the form has no more. */
export interface Draft extends Handover {
  id: string;
  name: string;
  values: Values;
  /** When it was last changed. */
  at: Date;
}

/** All that is kept for one form: drafts in the order in which they were made. */
export interface Drafts {
  /** Id of the draft that was last worked on; of none if that is gone. */
  current: string;
  drafts: readonly Draft[];
}

export const noDrafts: Drafts = { current: '', drafts: [] };

/** The draft that was last worked on; else the last one. */
export function currentDraft({ current, drafts }: Drafts): Draft | undefined {
  return drafts.find(({ id }) => id === current) ?? drafts.at(-1);
}

/** Adds a draft and makes it the current one. A name that is empty or taken becomes one that is free. */
export function addDraft(drafts: Drafts, draft: Omit<Draft, 'id'>): Drafts {
  const ids = new Set(drafts.drafts.map(({ id }) => id));
  let number = drafts.drafts.length + 1;
  while (ids.has(`draft-${String(number)}`)) number++;
  const id = `draft-${String(number)}`;
  const name = freeName(drafts, draft.name.trim() || `Draft ${String(number)}`);
  return { current: id, drafts: [...drafts.drafts, { ...draft, id, name }] };
}

/**
 * Puts a draft where one of the same id is, or adds it: the way back from clearing and from removing, and the
 * way to keep on writing in a draft that another tab has removed.
 */
export function putDraft(drafts: Drafts, draft: Draft): Drafts {
  const isThere = drafts.drafts.some(({ id }) => id === draft.id);
  const all = isThere ? editDraft(drafts, draft.id, () => draft).drafts : [...drafts.drafts, draft];
  return { current: draft.id, drafts: all };
}

/** Changes one value and leaves all others as they are, which another tab may have changed meanwhile. */
export function setValue(drafts: Drafts, id: string, key: string, value: string, at: Date): Drafts {
  const changed = editDraft(drafts, id, (draft) => {
    const others = Object.entries(draft.values).filter(([other]) => other !== key);
    return { ...draft, at, values: Object.fromEntries(value === '' ? others : [...others, [key, value]]) };
  });
  return { ...changed, current: id };
}

/** Whether there is nothing in it that would be missed. */
export function isEmptyDraft({ values, to, task, known }: Draft): boolean {
  return Object.keys(values).length === 0 && !to && !task && !known?.length;
}

/**
 * Reads what was kept. What is wrong in a part does not cost the rest, and keys that nobody knows any more stay.
 * @returns nothing if the text is not what `writeDrafts` writes
 */
export function readDrafts(text: string): Drafts | undefined {
  const kept = parseJson(text);
  const drafts = isRecord(kept) ? own(kept, 'drafts') : undefined;
  if (!isRecord(kept) || !Array.isArray(drafts)) return;
  const read = drafts.filter(isRecord).reduce<Drafts>(readDraft, noDrafts);
  // Nothing but rubbish is no list of drafts: the caller sets it aside, and so nothing is lost.
  if (read.drafts.length === 0 && drafts.length > 0) return;
  const current = own(kept, 'current');
  return { ...read, current: typeof current === 'string' ? current : '' };
}

/** Drafts as text to keep; the inverse of `readDrafts`. */
export function writeDrafts({ current, drafts }: Drafts): string {
  return JSON.stringify({ current, drafts });
}

function readDraft(drafts: Drafts, kept: Record<string, unknown>): Drafts {
  const values = own(kept, 'values');
  const known = own(kept, 'known');
  const at = own(kept, 'at');
  const date = new Date(typeof at === 'string' ? at : 0);
  const { id = '', name = '', ...handover } = textsIn(kept, ['id', 'name', 'to', 'task']);
  const answers = Array.isArray(known) ? known.filter(isKnown) : [];
  const draft = {
    name,
    values: isRecord(values) ? Object.fromEntries(Object.entries(values).map(asText)) : {},
    ...handover,
    ...(answers.length === 0 ? {} : { known: answers }),
    at: Number.isNaN(date.getTime()) ? new Date(0) : date,
  };
  const isFree = id !== '' && name !== '' && drafts.drafts.every((other) => other.id !== id);
  return isFree ? { ...drafts, drafts: [...drafts.drafts, { ...draft, id }] } : addDraft(drafts, draft);
}

function asText([key, value]: [string, unknown]): [string, string] {
  return [key, typeof value === 'string' ? value : JSON.stringify(value)];
}

/** Changes the draft of an id, if it is there. */
export function editDraft(drafts: Drafts, id: string, change: (draft: Draft) => Draft): Drafts {
  return { ...drafts, drafts: drafts.drafts.map((draft) => (draft.id === id ? change(draft) : draft)) };
}

/** A name that no draft has. */
export function freeName({ drafts }: Drafts, wanted: string): string {
  const taken = new Set(drafts.map(({ name }) => name));
  let name = wanted;
  for (let nth = 2; taken.has(name); nth++) name = `${wanted} (${String(nth)})`;
  return name;
}
