import type { HandoffContext } from '../handoff-context.ts';
import { valueAt } from '../model/form.ts';
import { editDraft, freeName, type Draft, type Drafts } from './drafts.ts';

/** Makes another draft the current one. */
export function chooseDraft(drafts: Drafts, id: string): Drafts {
  return drafts.drafts.some((draft) => draft.id === id) ? { ...drafts, current: id } : drafts;
}

/** Renames a draft; an empty name changes nothing. */
export function renameDraft(drafts: Drafts, id: string, name: string): Drafts {
  const others = { ...drafts, drafts: drafts.drafts.filter((draft) => draft.id !== id) };
  const trimmed = name.trim();
  return trimmed === '' ? drafts : editDraft(drafts, id, (draft) => ({ ...draft, name: freeName(others, trimmed) }));
}

/** Removes a draft. `putDraft` restores it. */
export function removeDraft({ current, drafts }: Drafts, id: string): Drafts {
  const left = drafts.filter((draft) => draft.id !== id);
  return { current: current === id ? (left.at(-1)?.id ?? '') : current, drafts: left };
}

/** Changes the receiving agent, the task or the known answers of a draft. */
export function setContext(drafts: Drafts, id: string, context: HandoffContext, at: Date): Drafts {
  return editDraft(drafts, id, (draft) => ({ ...draft, ...context, at }));
}

/** Removes everything from a draft but its name. */
export function clearDraft(drafts: Drafts, id: string, at: Date): Drafts {
  return editDraft(drafts, id, ({ name }) => ({ id, name, values: {}, at }));
}

/** Returns an earlier version of a draft, to which the values written since are appended. */
export function withValuesSince(earlier: Draft, { drafts }: Drafts): Draft {
  const since = drafts.find(({ id }) => id === earlier.id)?.values ?? {};
  const values = new Map(Object.entries(earlier.values));
  for (const [key, value] of Object.entries(since)) {
    const old = valueAt(earlier.values, key);
    if (old !== value) values.set(key, old === '' ? value : `${old}\n${value}`);
  }
  return { ...earlier, values: Object.fromEntries(values) };
}
