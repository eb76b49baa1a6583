import { DraftStore } from '../../../forms/drafts/draft-store.ts';
import { countFilled, type Form } from '../../../forms/model/form.ts';
import { showSaved } from '../../filter/show-saved.ts';
import { fetchForm } from '../form/fetch-form.ts';

/** `<handoff-overview>` around lists of forms: shows how much of each draft on this device is filled. */
class HandoffOverview extends HTMLElement {
  #leaving?: AbortController;

  connectedCallback() {
    this.#leaving = new AbortController();
    const show = (entry: HTMLElement) => {
      // Without its form, an entry shows no progress.
      showProgress(entry).catch(() => undefined);
    };
    showSaved(this, show, this.#leaving.signal);
  }

  disconnectedCallback() {
    this.#leaving?.abort();
  }
}

async function showProgress(entry: HTMLElement): Promise<void> {
  const { store = '' } = entry.dataset;
  const line = entry.querySelector<HTMLElement>('[data-filled]');
  const draft = new DraftStore(store).shown;
  if (!line) return;
  if (!draft) {
    line.hidden = true;
    return;
  }
  const { filled, total } = countFilled(await loadForm(entry), draft.values);
  const bar = line.querySelector('progress');
  if (bar) bar.value = filled;
  const counts = line.querySelector('[data-progress]');
  if (counts) counts.textContent = `${String(filled)} of ${String(total)}`;
  line.hidden = false;
}

/** Makes a form. Its text, and the code for it, are loaded only if there is a draft to count. */
async function loadForm(entry: HTMLElement): Promise<Form> {
  const { makeForm } =
    entry.dataset.kind === 'message'
      ? await import('../form/message-form-element.ts')
      : await import('../form/template-form-element.ts');
  // From its own page: with the text of all of them, a list would be many times as large.
  const form = await fetchForm(entry.querySelector('a')?.href ?? '');
  return makeForm(form.dataset);
}

customElements.define('handoff-overview', HandoffOverview);
