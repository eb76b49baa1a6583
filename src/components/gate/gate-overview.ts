import { progress, progressText, ticksFormat, type TickItem } from '../../gates/ticks.ts';
import { showSaved } from '../filter/show-saved.ts';
import { PersistedValue } from '../../lib/persisted-value.ts';

/** `<gate-overview>` around lists of gates: shows how many items of each are ticked on this device. */
class GateOverview extends HTMLElement {
  #leaving?: AbortController;

  connectedCallback() {
    this.#leaving = new AbortController();
    showSaved(this, showProgress, this.#leaving.signal);
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
