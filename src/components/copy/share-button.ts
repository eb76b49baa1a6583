import type { ShareLinkError } from '../../lib/share-link.ts';
import { makeCopyButton } from './copy-button.ts';
import { showToCopy } from './copy-by-hand.ts';

/** What a share button needs to know. */
interface ShareSource {
  /** What the link carries behind its `#`; or why there can be no link. */
  fragment: () => Promise<string | ShareLinkError>;
  /** Says beside the button why there is no link; nothing, when it is pressed again. */
  say: (problem: string) => void;
}

/** Makes a button copy a link to this page that carries something in its fragment. Ends with the signal. */
export function makeShareButton(button: HTMLButtonElement, { fragment, say }: ShareSource, signal: AbortSignal): void {
  let making: Promise<string | ShareLinkError> = Promise.resolve('');
  const text = async () => {
    say('');
    making = fragment();
    const made = await making;
    if (typeof made !== 'string') throw new Error(made.problem);
    return addressWith(made);
  };
  const refused = async () => {
    const made = await making;
    if (typeof made === 'string') return showToCopy(button, addressWith(made));
    say(made.problem);
    return made.problem;
  };
  makeCopyButton(button, { text, what: 'The link', refused }, signal);
}

function addressWith(fragment: string): string {
  return new URL(`#${fragment}`, location.href).href;
}
