import type { Updates } from '../../lib/emitter.ts';
import type { SaveState } from '../../lib/persisted-value.ts';

/** State that is saved on this device. */
export interface SavedState {
  saveState: SaveState;
  /** Whether there is anything that was saved, or that storage refused. */
  hasSaved: boolean;
  lastChanged: Date | undefined;
}

/** The messages while nothing is saved, if saved text cannot be read, and if storage refuses to save. */
export type SaveStatusWording = Readonly<Record<'nothing' | 'unreadable' | 'refused', string>>;

const dateAndTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

/** Shows in a line (`SaveStatus.astro`) whether the reader's input is saved, and when it was last changed. */
export function mountSaveStatus(
  line: HTMLElement,
  getState: () => SavedState,
  updates: Updates,
  wording: SaveStatusWording,
  signal: AbortSignal,
): void {
  const show = () => {
    const { saveState, hasSaved, lastChanged } = getState();
    const status = saveState === 'saved' && !hasSaved ? 'nothing' : saveState;
    line.dataset.saveStatus = status;
    if (status !== 'saved') line.textContent = wording[status];
    else if (lastChanged) line.replaceChildren('Saved on this device, last changed ', timeElement(lastChanged), '.');
    else line.textContent = 'Saved on this device.';
  };
  updates.on('update', show, signal);
  show();
}

function timeElement(date: Date): HTMLTimeElement {
  const time = document.createElement('time');
  time.dateTime = date.toISOString();
  time.textContent = dateAndTime.format(date);
  return time;
}
