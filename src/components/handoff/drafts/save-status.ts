import type { FormDrafts } from '../../../forms/drafts/draft-store.ts';

/** What the page says about keeping. */
const keeping = {
  nothing: 'What you write is kept on this device.',
  saved: 'Saved on this device, last changed ',
  unreadable: 'What was kept on this device cannot be read. It is set aside, and the form starts empty.',
  refused: 'Not kept: this browser’s store is blocked or full. Copy or download before you leave this page.',
} as const;

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

/** Says whether what was written is kept, and when it was last changed. */
export function showKeeping(line: HTMLElement, { state, shown }: FormDrafts): void {
  const about = state === 'saved' && !shown ? 'nothing' : state;
  line.dataset.keeping = about;
  const words: (string | Node)[] = [keeping[about]];
  if (about === 'saved' && shown) {
    const time = document.createElement('time');
    time.dateTime = shown.at.toISOString();
    time.textContent = moment.format(shown.at);
    words.push(time, '.');
  }
  line.replaceChildren(...words);
}
