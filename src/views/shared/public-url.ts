import { href } from '../../links.ts';
import { site } from '../../site.ts';

/** Whether the site knows the URL that it is published at. A build without `PLAYBOOK_URL` is for this machine only. */
export const isPublished = !/^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(site.url).hostname);

/**
 * Returns the address of a page or file for readers elsewhere: programs, search engines, previews of links. It is
 * absolute if the site knows its URL; otherwise it begins with the base path.
 */
export function publicUrl(path: `/${string}`): string {
  return isPublished ? absoluteUrl(path) : href(path);
}

/** Returns the absolute address of a page or file, also on a site that does not know where it is published. */
export function absoluteUrl(path: `/${string}`): string {
  return new URL(href(path), site.url).href;
}

/**
 * Returns the address of a view's link for readers elsewhere.
 * @param address with the base path, as views have it
 */
export function publicAddress(address: string): string {
  return isPublished ? new URL(address, site.url).href : address;
}
