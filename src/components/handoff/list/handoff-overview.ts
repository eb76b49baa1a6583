import { DraftStore } from '../../../forms/drafts/draft-store.ts';
import { countFilled, type Form } from '../../../forms/model/form.ts';
import { onStorageChange } from '../../../lib/local-storage.ts';

/** `<handoff-overview>` around a list of forms: shows how much of each draft on this device is filled. */
class HandoffOverview extends HTMLElement {
  #leaving?: AbortController;

  connectedCallback() {
    this.#leaving = new AbortController();
    const entries = [...this.querySelectorAll<HTMLElement>('[data-store]')];
    entries.forEach((entry) => void showProgress(entry));
    onStorageChange((key) => {
      const changed = entries.filter(({ dataset }) => key === undefined || key === dataset.store);
      changed.forEach((entry) => void showProgress(entry));
    }, this.#leaving.signal);
  }

  disconnectedCallback() {
    this.#leaving?.abort();
  }
}

async function showProgress(entry: HTMLElement): Promise<void> {
  const { store = '', kind, text = '' } = entry.dataset;
  const line = entry.querySelector<HTMLElement>('[data-filled]');
  const draft = new DraftStore(store).shown;
  if (!line) return;
  line.hidden = draft === undefined;
  if (!draft) return;
  const { filled, total } = countFilled(await loadForm(kind, text), draft.values);
  const bar = line.querySelector('progress');
  if (bar) bar.value = filled;
  const counts = line.querySelector('[data-progress]');
  if (counts) counts.textContent = `${String(filled)} of ${String(total)}`;
}

/** Makes a form. Its code is loaded only if there is a draft to count. */
async function loadForm(kind: string | undefined, text: string): Promise<Form> {
  const { makeForm } =
    kind === 'message' ? await import('../form/message-form.ts') : await import('../form/template-form.ts');
  return makeForm(text);
}

customElements.define('handoff-overview', HandoffOverview);
