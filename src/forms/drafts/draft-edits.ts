import { editDraft, freeName, type Drafts } from './drafts.ts';
import type { Handover } from '../prompt.ts';

/** Makes another draft the current one. */
export function chooseDraft(drafts: Drafts, id: string): Drafts {
  return drafts.drafts.some((draft) => draft.id === id) ? { ...drafts, current: id } : drafts;
}

/** Gives a draft another name; an empty one changes nothing. */
export function renameDraft(drafts: Drafts, id: string, name: string): Drafts {
  const others = { ...drafts, drafts: drafts.drafts.filter((draft) => draft.id !== id) };
  const given = name.trim();
  return given === '' ? drafts : editDraft(drafts, id, (draft) => ({ ...draft, name: freeName(others, given) }));
}

/** Takes a draft away. `putDraft` brings it back. */
export function removeDraft({ current, drafts }: Drafts, id: string): Drafts {
  const left = drafts.filter((draft) => draft.id !== id);
  return { current: current === id ? (left.at(-1)?.id ?? '') : current, drafts: left };
}

/** Changes whom a draft is for, the task, or what is known. */
export function setHandover(drafts: Drafts, id: string, handover: Handover, at: Date): Drafts {
  return editDraft(drafts, id, (draft) => ({ ...draft, ...handover, at }));
}

/** Empties a draft, and keeps its name. */
export function clearDraft(drafts: Drafts, id: string, at: Date): Drafts {
  return editDraft(drafts, id, ({ name }) => ({ id, name, values: {}, at }));
}
