import { PersistedValue } from '../../lib/persisted-value.ts';
import { onStorageChange } from '../../lib/local-storage.ts';
import { progress, progressText, ticksFormat, type TickItem } from '../../gates/ticks.ts';

/** `<gate-overview>` around a list of gates: shows for each how much of it is ticked on this device. */
class GateOverview extends HTMLElement {
  #leaving?: AbortController;

  connectedCallback() {
    this.#leaving = new AbortController();
    const gates = [...this.querySelectorAll<HTMLElement>('[data-store]')];
    gates.forEach(show);
    onStorageChange((key) => {
      gates.filter(({ dataset }) => key === undefined || key === dataset.store).forEach(show);
    }, this.#leaving.signal);
  }

  disconnectedCallback() {
    this.#leaving?.abort();
  }
}

function show(gate: HTMLElement): void {
  const items = itemsOf(gate);
  const { value: ticks } = new PersistedValue(gate.dataset.store ?? '', ticksFormat(items));
  const bar = gate.querySelector('progress');
  if (bar) bar.value = progress(ticks, items).done;
  const text = gate.querySelector('[data-progress]');
  if (text) text.textContent = progressText(ticks, items);
}

function itemsOf({ dataset }: HTMLElement): TickItem[] {
  const done = new Set(words(dataset.done));
  return words(dataset.items).map((key) => ({ key, done: done.has(key) }));
}

function words(text = ''): string[] {
  return text.split(' ').filter((word) => word !== '');
}

customElements.define('gate-overview', GateOverview);
