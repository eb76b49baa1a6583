import { color } from 'd3-color';

/** The kinds of values that a setting may have. */
export type ValueKind = 'text' | 'path' | 'base' | 'origin' | 'address' | 'count' | 'colour' | 'links';

/**
 * Says what is wrong with the value of a setting, and what to do; `undefined` if it is right. Values of options and
 * environment variables are strings; those of a configuration file may be anything.
 */
export function wrongWith(kind: ValueKind, value: unknown): string | undefined {
  switch (kind) {
    case 'text':
    case 'path':
      return isText(value) ? undefined : `is ${shown(value)}: write a text in quotes.`;
    case 'base':
      return isText(value) && /^[\w/.~%@+-]+$/.test(value)
        ? undefined
        : `is ${shown(value)}: write a path such as “/playbook/”.`;
    case 'origin':
      return wrongOrigin(value);
    case 'address':
      return isText(value) && webAddress(value)
        ? undefined
        : `is ${shown(value)}: write an address that starts with https:// or http://.`;
    case 'count':
      return isCount(value) ? undefined : `is ${shown(value)}: write a whole number, or 0 for no limit.`;
    case 'colour':
      return isText(value) && color(value)?.opacity === 1
        ? undefined
        : `is ${shown(value)}: write a colour without transparency, such as “#0b6e4f”.`;
    case 'links':
      return wrongLinks(value);
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isCount(value: unknown): boolean {
  return typeof value === 'string' ? /^\d{1,12}$/.test(value) : Number.isSafeInteger(value) && Number(value) >= 0;
}

function webAddress(value: string): URL | undefined {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}

function wrongOrigin(value: unknown): string | undefined {
  const url = isText(value) ? webAddress(value) : undefined;
  if (!url) return `is ${shown(value)}: write an address such as “https://example.org”.`;
  if (url.pathname === '/' && url.search === '' && url.hash === '') return;
  return `has a path: write “${url.origin}” here, and “${url.pathname}” as the base.`;
}

function wrongLinks(value: unknown): string | undefined {
  if (!Array.isArray(value)) return `is ${shown(value)}: write a list of links, each with a label and an href.`;
  for (const [index, link] of (value as unknown[]).entries()) {
    const place = `link ${String(index + 1)}`;
    const { label, href, ...others } = (typeof link === 'object' && link !== null ? link : {}) as Record<
      string,
      unknown
    >;
    const [extra] = Object.keys(others);
    if (!isText(label)) return `has no label in ${place}: write { label: 'Handbook', href: 'https://…' }.`;
    if (extra !== undefined) return `has “${extra}” in ${place}: a link has only a label and an href.`;
    if (!isText(href) || !isLink(href)) {
      return `has ${shown(href)} as the href of ${place}: write an address of the web or of mail, or a path such as “/guide/”.`;
    }
  }
  return;
}

/** Whether a link may be shown: other protocols could run code. */
function isLink(href: string): boolean {
  if (/^\/(?![/\\])/.test(href)) return true;
  return webAddress(href) !== undefined || /^mailto:\S+@\S+$/.test(href);
}

function shown(value: unknown): string {
  if (value === '') return 'empty';
  if (value === undefined) return 'nothing';
  return typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
}
