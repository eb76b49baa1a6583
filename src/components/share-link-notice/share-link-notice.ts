import { announce } from '../../lib/announce.ts';
import { createElement } from '../../lib/dom.ts';
import { isShareLink } from '../../lib/share-link.ts';

/** The content of a share link, which the page shows instead of the reader's own state. */
export interface ShareLinkContent {
  /** Whether the page shows it, rather than the reader's own state. */
  isShown: () => boolean;
  /** Shows it, or the reader's own state. */
  show: (isShown: boolean) => void;
  /** Describes it, and what the page shows. */
  describe: () => string;
  /** Label of the button that shows the other one of the two. */
  toggleLabel: () => string;
  /** Another button in front of that one. */
  action?: HTMLButtonElement;
}

/**
 * Decodes the share link in the page's address.
 * @returns `undefined` if there is none, or if its result is stale: another link has replaced it, or `signal` is aborted
 */
export async function readShareLink<Decoded>(
  decode: (fragment: string) => Promise<Decoded>,
  signal: AbortSignal,
): Promise<Decoded | undefined> {
  const { hash } = location;
  if (!isShareLink(hash)) return;
  const decoded = await decode(hash);
  return hash === location.hash && !signal.aborted ? decoded : undefined;
}

/** Removes the share link from the address. After a reload, it would hide what the reader has changed since. */
export function removeShareLink(): void {
  history.replaceState(history.state, '', location.pathname + location.search);
}

/** Shows and announces why a share link cannot be used. */
export function showShareLinkError(notice: HTMLElement, message: string): void {
  notice.hidden = false;
  notice.replaceChildren(createElement('p', {}, message));
  announce(message);
}

/** Shows and announces what a share link contains, with a button that switches to the reader's own state and back. */
export function showShareLink(notice: HTMLElement, content: ShareLinkContent): void {
  const description = createElement('p');
  const toggle = createElement('button', { type: 'button', class: 'button' });
  const show = (isShown: boolean) => {
    content.show(isShown);
    description.textContent = content.describe();
    toggle.textContent = content.toggleLabel();
    announce(description.textContent);
  };
  toggle.addEventListener('click', () => {
    show(!content.isShown());
  });
  show(true);
  notice.hidden = false;
  notice.replaceChildren(description, createElement('div', {}, ...(content.action ? [content.action] : []), toggle));
}
