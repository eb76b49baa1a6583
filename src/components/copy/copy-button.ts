import { announce } from '../../lib/announce.ts';
import { copyText } from '../../lib/clipboard.ts';
import { createElement } from '../../lib/dom.ts';

/** Time for which a button shows that it has copied, in milliseconds. */
const CONFIRMATION_TIME = 2_000;

/** The text of a copy button, and its reaction if the browser refuses. */
interface CopySource {
  /** The text to copy. */
  text: () => string | Promise<string>;
  /** Name of the text in the announcement: "Code", "The agent". */
  what: string;
  /** Called if the browser refuses the clipboard; returns the announcement, which says what to do. */
  refused: () => string | Promise<string>;
}

/** Whether the reader can see an element without scrolling. */
function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= document.documentElement.clientHeight;
}

/** Shows the state of a button at the edge of the window: a shortcut works in places that the button is far from. */
function showInView(text: string): void {
  document.querySelector('.copy-state')?.remove();
  // Screen readers get the announcement instead.
  document.body.append(createElement('p', { class: 'copy-state no-print', 'aria-hidden': 'true' }, text));
}

/** Makes a button copy a text, and show and announce whether that worked. */
export function makeCopyButton(button: HTMLButtonElement, source: CopySource, signal: AbortSignal): void {
  const label = button.textContent;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = (text: string, state: string) => {
    clearTimeout(timer);
    button.textContent = text;
    button.dataset.state = state;
    if (!isInView(button)) showInView(text);
    timer = setTimeout(reset, CONFIRMATION_TIME);
  };
  const reset = () => {
    document.querySelector('.copy-state')?.remove();
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
