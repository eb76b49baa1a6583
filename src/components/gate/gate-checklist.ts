import { makeCopyButton } from '../copy/copy-button.ts';
import { showToCopy } from '../copy/copy-by-hand.ts';
import { announce } from '../../lib/announce.ts';
import { earlyInput } from '../../lib/early-input.ts';
import { PersistedValue, type SaveState } from '../../lib/persisted-value.ts';
import { onStorageChange } from '../../lib/local-storage.ts';
import {
  isTicked,
  noTicks,
  progress,
  progressText,
  tick,
  ticksAsMarkdown,
  ticksFormat,
  type TickItem,
  type Ticks,
} from '../../gates/ticks.ts';

/** What the page says about keeping. */
const keeping = {
  nothing: 'What you tick is kept on this device.',
  saved: 'Saved on this device',
  unreadable: 'What was kept on this device cannot be read, so the list starts as the file has it.',
  refused: 'Not kept: this browser’s store is blocked or full. Your ticks last until you leave this page.',
} as const;

interface Row extends TickItem {
  box: HTMLInputElement;
  /** Stands for the box on paper. */
  sign: Element | null;
  markdown: string;
}

/** What can be undone: what was ticked before, what the button says, and what is said when it was pressed. */
interface WayBack {
  ticks: Ticks;
  undo: string;
  undone: string;
}

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

/**
 * `<gate-checklist>` around a list with boxes: keeps on this device what is ticked. What a link has brought is
 * shown in its place, and changes nothing that is kept before somebody takes it over.
 */
export class GateChecklist extends HTMLElement {
  #leaving?: AbortController;
  #rows: Row[] = [];
  #kept!: PersistedValue<Ticks>;
  #shared: Ticks | undefined;
  #back: WayBack | undefined;

  connectedCallback() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    this.#rows = this.#readRows();
    this.#kept = new PersistedValue(this.dataset.store ?? '', ticksFormat(this.#rows));
    const repeatEarly = earlyInput(this);
    this.#show();
    this.addEventListener(
      'change',
      ({ target }) => {
        const row = this.#rows.find(({ box }) => box === target);
        if (row) this.#tick(row);
      },
      { signal },
    );
    this.#onClick('[data-reset]', () => {
      this.#resetOrUndo();
    });
    const copy = this.querySelector<HTMLButtonElement>('[data-copy]');
    if (copy) {
      const text = () => ticksAsMarkdown(this.dataset.title ?? '', this.#rows, this.ticks);
      makeCopyButton(copy, { text, what: 'The list', refused: () => showToCopy(copy, text()) }, signal);
    }
    this.#listenForLinks(signal);
    onStorageChange((key) => {
      if (key !== undefined && key !== this.#kept.key) return;
      this.#kept.load();
      this.#back = undefined;
      this.#show();
    }, signal);
    repeatEarly();
  }

  disconnectedCallback() {
    this.#leaving?.abort();
  }

  get items(): readonly TickItem[] {
    return this.#rows;
  }

  /** What is shown: what is kept on this device, or what a link has brought. */
  get ticks(): Ticks {
    return this.#shared ?? this.#kept.value;
  }

  /** Ends when the gate leaves the page. */
  get signal(): AbortSignal {
    return this.#leaving?.signal ?? AbortSignal.abort();
  }

  get hasOwn(): boolean {
    return this.#kept.value.changed.size > 0;
  }

  /** Shows what a link has brought, or what is kept on this device again. */
  showShared(ticks: Ticks | undefined) {
    this.#shared = ticks;
    this.#show();
  }

  /** Keeps what a link has brought in the place of what was ticked here. */
  takeOver(ticks: Ticks) {
    this.#shared = undefined;
    const before = this.#kept.value;
    this.#change(() => ticks);
    this.#back = { ticks: before, undo: 'Undo taking over', undone: 'Taking over undone' };
    this.#show();
  }

  #onClick(selector: string, listener: () => void) {
    this.querySelector(selector)?.addEventListener('click', listener, { signal: this.signal });
  }

  #readRows(): Row[] {
    return [...this.querySelectorAll<HTMLElement>('[data-item]')].flatMap((item) => {
      const box = item.querySelector('input');
      const { item: key = '', markdown = '' } = item.dataset;
      return box ? [{ key, markdown, box, done: box.defaultChecked, sign: item.querySelector('[data-sign]') }] : [];
    });
  }

  /** Most people neither share nor open what is shared: only they load what it takes. */
  #listenForLinks(signal: AbortSignal) {
    const share = this.querySelector<HTMLButtonElement>('[data-share]');
    const makeAndPress = () => {
      void import('./gate-sharing.ts').then(({ makeShare }) => {
        if (!share || signal.aborted) return;
        makeShare(this, share);
        share.click();
      });
    };
    share?.addEventListener('click', makeAndPress, { signal, once: true });
    const open = () => {
      if (location.hash !== '') void import('./gate-sharing.ts').then(({ openLink }) => openLink(this));
    };
    addEventListener('hashchange', open, { signal });
    open();
  }

  #tick(row: Row) {
    this.#back = undefined;
    this.#change((ticks) => tick(ticks, row, row.box.checked, new Date()));
    const { done, total } = progress(this.ticks, this.#rows);
    if (done === total) announce(`All ${String(total)} ticked`);
  }

  /** One button for both, so that the focus stays where the way back is. */
  #resetOrUndo() {
    const back = this.#back;
    this.#back = back ? undefined : { ticks: this.#kept.value, undo: 'Undo reset', undone: 'Reset undone' };
    const worked = this.#change(() => back?.ticks ?? noTicks);
    if (worked) announce(`${back?.undone ?? 'Reset'}: ${progressText(this.ticks, this.#rows)} ticked`);
  }

  #change(change: (ticks: Ticks) => Ticks): boolean {
    const worked = this.#kept.change(change);
    this.#show();
    if (!worked) announce(keeping.refused);
    return worked;
  }

  #show() {
    for (const row of this.#rows) {
      row.box.checked = isTicked(this.ticks, row);
      // Somebody else's ticks are to be seen, not to be changed.
      row.box.disabled = this.#shared !== undefined;
      if (row.sign) row.sign.textContent = row.box.checked ? '☑' : '☐';
    }
    const { done } = progress(this.ticks, this.#rows);
    const bar = this.querySelector('progress');
    if (bar) bar.value = done;
    const text = this.querySelector('[data-progress]');
    if (text) text.textContent = progressText(this.ticks, this.#rows);
    this.#showKeeping(this.#kept.state);
    const reset = this.querySelector('[data-reset]');
    if (!reset) return;
    reset.textContent = this.#back?.undo ?? 'Reset';
    reset.toggleAttribute('hidden', this.#shared !== undefined || (!this.#back && !this.hasOwn));
  }

  #showKeeping(state: SaveState) {
    const line = this.querySelector<HTMLElement>('[data-keeping]');
    if (!line) return;
    const about = state === 'saved' && !this.hasOwn ? 'nothing' : state;
    line.hidden = this.#shared !== undefined;
    line.dataset.keeping = about;
    const { at } = this.#kept.value;
    if (about !== 'saved' || !at) {
      line.textContent = about === 'saved' ? `${keeping.saved}.` : keeping[about];
      return;
    }
    const time = document.createElement('time');
    time.dateTime = at.toISOString();
    time.textContent = moment.format(at);
    line.replaceChildren(`${keeping.saved}, last changed `, time, '.');
  }
}

customElements.define('gate-checklist', GateChecklist);
