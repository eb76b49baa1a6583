import type { ShareLinkError } from '../../lib/share-link.ts';
import { makeCopyButton } from './copy-button.ts';
import { showToCopy } from './copy-by-hand.ts';

/** The content of a share button's link, and its display of errors. */
interface ShareSource {
  /** Encodes the shared content as a fragment, without the `#`. */
  fragment: () => Promise<string | ShareLinkError>;
  /** Shows beside the button why there is no link; an empty message when the reader tries again. */
  showError: (message: string) => void;
}

/** Makes a button copy a link to this page with a fragment that contains the shared content. */
export function makeShareButton(
  button: HTMLButtonElement,
  { fragment, showError }: ShareSource,
  signal: AbortSignal,
): void {
  let encoding: Promise<string | ShareLinkError> = Promise.resolve('');
  const text = async () => {
    showError('');
    encoding = fragment();
    const encoded = await encoding;
    if (typeof encoded !== 'string') throw new Error(encoded.error);
    return pageUrlWith(encoded);
  };
  const refused = async () => {
    const encoded = await encoding;
    if (typeof encoded === 'string') return showToCopy(button, pageUrlWith(encoded));
    showError(encoded.error);
    return encoded.error;
  };
  makeCopyButton(button, { text, what: 'The link', refused }, signal);
}

function pageUrlWith(fragment: string): string {
  return new URL(`#${fragment}`, location.href).href;
}
