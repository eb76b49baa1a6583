import { progress, progressText, ticksFormat, type TickItem } from '../../gates/ticks.ts';
import { onStorageChange } from '../../lib/local-storage.ts';
import { PersistedValue } from '../../lib/persisted-value.ts';

/** `<gate-overview>` around lists of gates: shows how many items of each are ticked on this device. */
class GateOverview extends HTMLElement {
  #leaving?: AbortController;

  connectedCallback() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    const showAll = (changed?: string) => {
      const gates = [...this.querySelectorAll<HTMLElement>('[data-store]')];
      gates.filter(({ dataset }) => changed === undefined || changed === dataset.store).forEach(showProgress);
    };
    showAll();
    onStorageChange(showAll, signal);
    // A filter may show gates that were not on the page.
    this.addEventListener(
      'filter',
      () => {
        showAll();
      },
      { signal },
    );
  }

  disconnectedCallback() {
    this.#leaving?.abort();
  }
}

function showProgress(gate: HTMLElement): void {
  const items = readItems(gate);
  const { value: ticks } = new PersistedValue(gate.dataset.store ?? '', ticksFormat(items));
  const bar = gate.querySelector('progress');
  if (bar) bar.value = progress(ticks, items).done;
  const counts = gate.querySelector('[data-progress]');
  if (counts) counts.textContent = progressText(ticks, items);
}

function readItems({ dataset }: HTMLElement): TickItem[] {
  const done = new Set(splitKeys(dataset.done));
  return splitKeys(dataset.items).map((key) => ({ key, done: done.has(key) }));
}

function splitKeys(keys = ''): string[] {
  return keys.split(' ').filter((key) => key !== '');
}

customElements.define('gate-overview', GateOverview);
