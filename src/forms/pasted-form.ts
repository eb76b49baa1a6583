import { removeDraft } from './drafts/draft-edits.ts';
import { addDraft, isEmptyDraft, setValue, type Drafts } from './drafts/drafts.ts';
import type { Values } from './model/form.ts';

/** Whether a pasted text could be a whole filled form: it has several lines, or starts like JSON. */
export function mayBeForm(text: string): boolean {
  return /\n|^\s*\{/.test(text.trim());
}

/** Removes the fence in which agents often answer. */
export function withoutFence(text: string): string {
  return /^\s*(`{3,}|~{3,}).*\n([^]*)\n\1\s*$/.exec(text)?.[2] ?? text;
}

/**
 * Moves a pasted form from the field into which it was pasted to a draft of its own. The field gets back the value that
 * it had before; if its draft is then empty, it is removed.
 */
export function movePastedToDraft(
  drafts: Drafts,
  id: string,
  field: { key: string; valueBefore: string },
  values: Values,
): Drafts {
  const restored = setValue(drafts, id, field.key, field.valueBefore, new Date());
  const isEmpty = restored.drafts.some((draft) => draft.id === id && isEmptyDraft(draft));
  return addDraft(isEmpty ? removeDraft(restored, id) : restored, { name: 'Pasted', values, at: new Date() });
}
