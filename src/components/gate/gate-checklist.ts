import { makeCopyButton } from '../copy/copy-button.ts';
import { announce } from '../common/announce.ts';
import { forget, keep, readKept, whenKeptElsewhere } from '../common/store.ts';
import {
  isTicked,
  noTicks,
  progress,
  progressText,
  readTicks,
  tick,
  ticksAsMarkdown,
  writeTicks,
  type TickItem,
  type Ticks,
} from './ticks.ts';

/** What the page says about keeping. */
const keeping = {
  nothing: 'What you tick is kept on this device.',
  kept: 'Kept on this device',
  unreadable: 'What was kept on this device cannot be read, so the list starts as the file has it.',
  refused: 'Not kept: this browser’s store is blocked or full. Your ticks last until you leave this page.',
} as const;

type Keeping = keyof typeof keeping;

interface Row extends TickItem {
  box: HTMLInputElement;
  /** Stands for the box on paper. */
  sign: Element | null;
  markdown: string;
}

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

/** `<gate-checklist>` around a list with boxes: keeps on this device what is ticked. */
class GateChecklist extends HTMLElement {
  #leaving?: AbortController;
  #rows: Row[] = [];
  #ticks: Ticks = noTicks;
  /** What a reset can be undone to. */
  #beforeReset: Ticks | undefined;

  connectedCallback() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    this.#rows = this.#readRows();
    this.#load();
    this.addEventListener(
      'change',
      ({ target }) => {
        const row = this.#rows.find(({ box }) => box === target);
        if (row) this.#tick(row);
      },
      { signal },
    );
    this.querySelector('[data-reset]')?.addEventListener(
      'click',
      () => {
        this.#resetOrUndo();
      },
      { signal },
    );
    const copy = this.querySelector<HTMLButtonElement>('[data-copy]');
    if (copy) {
      const text = () => ticksAsMarkdown(this.dataset.title ?? '', this.#rows, this.#ticks);
      const refused = () => 'The browser refused to copy. Select the list and copy it with Control or Command C.';
      makeCopyButton(copy, { text, what: 'The list', refused }, signal);
    }
    whenKeptElsewhere((key) => {
      if (key === undefined || key === this.#key) this.#load();
    }, signal);
  }

  disconnectedCallback() {
    this.#leaving?.abort();
  }

  get #key() {
    return this.dataset.store ?? '';
  }

  #readRows(): Row[] {
    return [...this.querySelectorAll<HTMLElement>('[data-item]')].flatMap((item) => {
      const box = item.querySelector('input');
      const { item: key = '', markdown = '' } = item.dataset;
      return box ? [{ key, markdown, box, done: box.defaultChecked, sign: item.querySelector('[data-sign]') }] : [];
    });
  }

  #load() {
    const kept = readKept(this.#key);
    const ticks = kept.worked && kept.text !== null ? readTicks(kept.text, this.#rows) : noTicks;
    this.#ticks = ticks ?? noTicks;
    this.#beforeReset = undefined;
    this.#show(!kept.worked ? 'refused' : ticks === undefined ? 'unreadable' : 'kept');
  }

  #tick(row: Row) {
    this.#beforeReset = undefined;
    this.#change(tick(this.#ticks, row, row.box.checked, new Date()));
    const { done, total } = progress(this.#ticks, this.#rows);
    if (done === total) announce(`All ${String(total)} ticked`);
  }

  /** One button for both, so that the focus stays where the way back is. */
  #resetOrUndo() {
    const back = this.#beforeReset;
    this.#beforeReset = back ? undefined : this.#ticks;
    const worked = this.#change(back ?? noTicks);
    if (worked) announce(`${back ? 'Reset undone' : 'Reset'}: ${progressText(this.#ticks, this.#rows)} ticked`);
  }

  #change(ticks: Ticks): boolean {
    this.#ticks = ticks;
    const worked = ticks.changed.size === 0 ? forget(this.#key) : keep(this.#key, writeTicks(ticks));
    this.#show(worked ? 'kept' : 'refused');
    if (!worked) announce(keeping.refused);
    return worked;
  }

  #show(state: Keeping) {
    for (const row of this.#rows) {
      row.box.checked = isTicked(this.#ticks, row);
      if (row.sign) row.sign.textContent = row.box.checked ? '☑' : '☐';
    }
    const { done } = progress(this.#ticks, this.#rows);
    const bar = this.querySelector('progress');
    if (bar) bar.value = done;
    const text = this.querySelector('[data-progress]');
    if (text) text.textContent = progressText(this.#ticks, this.#rows);
    this.#showKeeping(state === 'kept' && this.#ticks.changed.size === 0 ? 'nothing' : state);
    const reset = this.querySelector('[data-reset]');
    if (!reset) return;
    reset.textContent = this.#beforeReset ? 'Undo reset' : 'Reset';
    reset.toggleAttribute('hidden', !this.#beforeReset && this.#ticks.changed.size === 0);
  }

  #showKeeping(state: Keeping) {
    const line = this.querySelector<HTMLElement>('[data-keeping]');
    if (!line) return;
    line.dataset.keeping = state;
    const { at } = this.#ticks;
    if (state !== 'kept' || !at) {
      line.textContent = state === 'kept' ? `${keeping.kept}.` : keeping[state];
      return;
    }
    const time = document.createElement('time');
    time.dateTime = at.toISOString();
    time.textContent = moment.format(at);
    line.replaceChildren(`${keeping.kept}, last changed `, time, '.');
  }
}

customElements.define('gate-checklist', GateChecklist);
