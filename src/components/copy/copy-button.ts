import { announce } from '../../lib/announce.ts';
import { copyText } from '../../lib/clipboard.ts';

/** How long a button says that it has copied, in milliseconds. */
const CONFIRMATION_TIME = 2_000;

/** What a copy button needs to know. */
interface CopySource {
  /** What goes onto the clipboard. */
  text: () => string | Promise<string>;
  /** What it is, for the announcement: "Code", "The agent". */
  what: string;
  /** What to do when the clipboard is refused, besides saying so. */
  refused: () => string | Promise<string>;
}

/** Makes a button copy, say that it has, and say what to do when it may not. Ends with the signal. */
export function makeCopyButton(button: HTMLButtonElement, source: CopySource, signal: AbortSignal): void {
  const label = button.textContent;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = (text: string, state: string) => {
    clearTimeout(timer);
    button.textContent = text;
    button.dataset.state = state;
    timer = setTimeout(reset, CONFIRMATION_TIME);
  };
  const reset = () => {
    button.textContent = label;
    delete button.dataset.state;
  };
  const copy = async () => {
    if (await copyText(source.text())) {
      show('Copied', 'copied');
      announce(`${source.what} copied`);
    } else {
      show('Not copied', 'refused');
      announce(await source.refused());
    }
  };

  button.addEventListener('click', () => void copy(), { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    reset();
  });
}
