import { countFilled, type Form } from '../../../forms/model/form.ts';
import { onStorageChange } from '../../../lib/local-storage.ts';
import { FormDrafts } from '../../../forms/drafts/draft-store.ts';

/** `<handoff-overview>` around a list of forms: shows how much of each draft on this device is filled. */
class HandoffOverview extends HTMLElement {
  #leaving?: AbortController;

  connectedCallback() {
    this.#leaving = new AbortController();
    const entries = [...this.querySelectorAll<HTMLElement>('[data-store]')];
    entries.forEach((entry) => void show(entry));
    onStorageChange((key) => {
      entries.filter(({ dataset }) => key === undefined || key === dataset.store).forEach((entry) => void show(entry));
    }, this.#leaving.signal);
  }

  disconnectedCallback() {
    this.#leaving?.abort();
  }
}

async function show(entry: HTMLElement): Promise<void> {
  const { store = '', kind, text = '' } = entry.dataset;
  const line = entry.querySelector<HTMLElement>('[data-filled]');
  const draft = new FormDrafts(store).shown;
  if (!line) return;
  line.hidden = draft === undefined;
  if (!draft) return;
  const { filled, total } = countFilled(await formOf(kind, text), draft.values);
  const bar = line.querySelector('progress');
  if (bar) bar.value = filled;
  const words = line.querySelector('[data-progress]');
  if (words) words.textContent = `${String(filled)} of ${String(total)}`;
}

/** What makes forms is loaded only where a draft is to be counted. */
async function formOf(kind: string | undefined, text: string): Promise<Form> {
  const { readForm } =
    kind === 'message' ? await import('../form/message-form.ts') : await import('../form/template-form.ts');
  return readForm(text);
}

customElements.define('handoff-overview', HandoffOverview);
