import type { ExcerptPart, Hit } from '../../search/engine.ts';
import { element } from '../common/dom.ts';

interface Group {
  label: string;
  hits: Hit[];
}

/** By the agent that they belong to, each group in the place of its best hit. */
function toGroups(hits: readonly Hit[]): Group[] {
  const byName = Map.groupBy(hits, (hit) => hit.agent?.name ?? textOf(hit.title));
  return [...byName].map(([label, same]) => ({ label, hits: same }));
}

function textOf(parts: readonly ExcerptPart[]): string {
  return parts.map(({ text }) => text).join('');
}

/** Results as a list of links: a page to read. */
export function renderList(hits: readonly Hit[]): HTMLElement {
  return element(
    'ol',
    { class: 'results plain-list' },
    ...toGroups(hits).map((group) =>
      element(
        'li',
        { class: 'result-group', 'data-accent': group.hits[0]?.agent?.accent ?? '' },
        element('ul', { class: 'plain-list' }, ...group.hits.map((hit) => element('li', {}, link(hit, {})))),
      ),
    ),
  );
}

/** Results as the options of a listbox, each a link for those who click. */
export function renderOptions(hits: readonly Hit[], idPrefix: string): HTMLElement[] {
  let count = 0;
  const option = () => ({
    role: 'option',
    tabindex: '-1',
    'aria-selected': 'false',
    id: `${idPrefix}${String(count++)}`,
  });
  return toGroups(hits).map((group) =>
    element(
      'div',
      {
        class: 'result-group',
        'data-accent': group.hits[0]?.agent?.accent ?? '',
        role: 'group',
        'aria-label': group.label,
      },
      ...group.hits.map((hit) => link(hit, option())),
    ),
  );
}

function link(hit: Hit, attributes: Record<string, string>): HTMLElement {
  const title = element('span', { class: 'result-title' }, ...hit.title.map(excerptPart));
  const before = hit.kind === 'agent' && hit.agent ? mark(hit.agent.monogram) : undefined;
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
