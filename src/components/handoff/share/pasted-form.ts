import { addDraft, isEmptyDraft, setValue, type Drafts } from '../../../forms/drafts/drafts.ts';
import { removeDraft } from '../../../forms/drafts/draft-edits.ts';
import { countFilled, type Values } from '../../../forms/model/form.ts';
import { announce } from '../../../lib/announce.ts';
import { element } from '../../../lib/dom.ts';
import type { Row } from '../form/field-list.ts';
import type { HandoffForm } from '../form/handoff-form.ts';

/** A text that somebody has pasted into a field. */
export interface Pasted {
  row: Row;
  /** What stood in the field before. */
  before: string;
  text: string;
}

/** Offers to fill the form with a pasted text that is the whole form, filled. Does nothing by itself. */
export async function offerPasted(form: HandoffForm, { row, before, text }: Pasted): Promise<void> {
  const values = await readValues(form, text);
  if (!values || Object.keys(values).length === 0 || form.signal.aborted) return;
  const { filled, total } = countFilled(form.form, values);
  const words = `This is a filled “${form.dataset.title ?? ''}”: ${String(filled)} of ${String(total)}.`;
  const button = element('button', { type: 'button', class: 'button' }, 'Fill the form with it');
  const offer = element('div', { class: 'notice' }, element('p', {}, words), element('p', {}, button));
  const ending = new AbortController();
  const end = () => {
    ending.abort();
    offer.remove();
  };
  const signal = AbortSignal.any([ending.signal, form.signal]);
  button.addEventListener(
    'click',
    () => {
      end();
      form.drafts.edit((drafts, id) => fill(takeBack(drafts, id, row.field.key, before), values));
      form.showShared(undefined);
      row.text.focus();
      announce(`${form.drafts.shown?.name ?? ''}: ${String(filled)} of ${String(total)} filled`);
    },
    { signal },
  );
  // Whoever goes on writing, or turns to another draft, has declined.
  row.text.addEventListener('input', end, { signal });
  form.addEventListener('check', end, { signal });
  row.text.after(offer);
  announce(`${words} The next button fills the form with it.`);
}

/** What is in the text, by the fields' keys; nothing if it is another text. What reads it is loaded only here. */
async function readValues({ form, dataset: { text: source = '' } }: HandoffForm, text: string) {
  // An answer of an agent often comes in a fence.
  const [, , bare = text] = /^\s*(`{3,}|~{3,}).*\n([^]*)\n\1\s*$/.exec(text) ?? [];
  const { parser } =
    form.kind === 'message' ? await import('./pasted-message.ts') : await import('./pasted-template.ts');
  return parser(source)(bare);
}

/** The draft as it was before something was pasted into it; gone if there was nothing in it. */
function takeBack(drafts: Drafts, id: string, key: string, before: string): Drafts {
  const back = setValue(drafts, id, key, before, new Date());
  return back.drafts.some((draft) => draft.id === id && isEmptyDraft(draft)) ? removeDraft(back, id) : back;
}

function fill(drafts: Drafts, values: Values): Drafts {
  return addDraft(drafts, { name: 'Pasted', values, at: new Date() });
}
