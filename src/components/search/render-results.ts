import type { ExcerptPart, Hit, ResultGroup } from '../../search/results.ts';
import { element } from '../common/dom.ts';

/** Results as a list of links: a page to read. */
export function renderList(groups: readonly ResultGroup[]): HTMLElement {
  return element(
    'ol',
    { class: 'results plain-list' },
    ...groups.map((group) =>
      element(
        'li',
        { class: 'result-group', 'data-accent': group.accent },
        link(group, {}, mark(group.monogram)),
        element('ul', { class: 'plain-list' }, ...group.sections.map((hit) => element('li', {}, link(hit, {})))),
      ),
    ),
  );
}

/** Results as the options of a listbox, agents and sections alike, each a link for those who click. */
export function renderOptions(groups: readonly ResultGroup[], idPrefix: string): HTMLElement[] {
  let count = 0;
  const option = () => ({
    role: 'option',
    tabindex: '-1',
    'aria-selected': 'false',
    id: `${idPrefix}${String(count++)}`,
  });
  return groups.map((group) =>
    element(
      'div',
      { class: 'result-group', 'data-accent': group.accent, role: 'group', 'aria-label': group.title },
      link(group, option(), mark(group.monogram)),
      ...group.sections.map((hit) => link(hit, option())),
    ),
  );
}

function link(hit: Hit, attributes: Record<string, string>, before?: Node): HTMLElement {
  const title = element('span', { class: 'result-title' }, hit.title);
  return element(
    'a',
    { ...attributes, href: hit.url, class: before ? 'result result-agent' : 'result' },
    ...(before ? [before] : []),
    title,
    ...(hit.excerpt.length > 0
      ? [' ', element('span', { class: 'result-excerpt' }, ...hit.excerpt.map(excerptPart))]
      : []),
  );
}

function excerptPart({ text, marked }: ExcerptPart): Node | string {
  return marked ? element('mark', {}, text) : text;
}

function mark(monogram: string): Node {
  return element('span', { class: 'agent-mark', 'aria-hidden': 'true' }, monogram);
}
