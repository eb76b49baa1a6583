import { makeCopyButton } from './copy-button.ts';
import { showHowToCopy } from './copy-by-hand.ts';

/** Makes the button at the foot of the page copy the page's markdown version, and copies it: the reader has clicked it. */
export function copyPage(button: HTMLButtonElement): void {
  const { file = '' } = button.dataset;
  const source = {
    text: () => readText(file),
    what: 'The page',
    refused: () => showHowToCopy(button, 'The page could not be copied. Open its markdown instead.'),
  };
  // The button is on the page as long as the page is open.
  makeCopyButton(button, source, new AbortController().signal);
  button.click();
}

async function readText(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${String(response.status)}`);
  return response.text();
}
