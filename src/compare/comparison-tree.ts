import type { AlignedPassage, ComparedRow, Comparison, MarkedItem } from './compare.ts';
import type { ComparedItem } from './compared-agent.ts';

/** An element as plain data: the build writes it as HTML, and the browser creates it. */
export interface TreeNode {
  tag: string;
  attributes: Record<string, string>;
  children: (TreeNode | string)[];
}

/** Returns a comparison as a table with a column for each agent, and a table of passages. */
export function comparisonTree({ agents, rows, passages }: Comparison): TreeNode[] {
  const head = node('thead', {}, [
    node('tr', {}, [
      node('td', {}, []),
      ...agents.map(({ name, href, accent, monogram }) =>
        node('th', { scope: 'col', 'data-accent': accent }, [
          node('span', { class: 'agent-mark', 'aria-hidden': 'true' }, [monogram]),
          ' ',
          node('a', { href }, [name]),
        ]),
      ),
    ]),
  ]);
  const table = (label: string, body: TreeNode[]) =>
    node('section', { class: 'compare-scroll', 'aria-label': label, tabindex: '0' }, [
      node('table', { class: 'compare-table', 'data-agents': String(agents.length) }, [
        node('caption', { class: 'visually-hidden' }, [label]),
        head,
        node('tbody', {}, body),
      ]),
    ]);
  const names = agents.map(({ name }) => name).join(', ');
  return [
    node('p', { class: 'compare-legend' }, ['A line beside an entry marks what only that agent has.']),
    table(
      `Comparison of ${names}`,
      rows.flatMap((row) => renderRow(row, agents.length)),
    ),
    ...(passages.length === 0
      ? []
      : [
          node('h2', {}, ['Passages under the same heading']),
          node('p', { class: 'compare-legend' }, [
            'Where texts are nearly identical, the words that differ are marked.',
          ]),
          table(`Passages of ${names}`, passages.map(renderPassage)),
        ]),
  ];
}

function renderRow({ label, common, cells }: ComparedRow, columns: number): TreeNode[] {
  const hasCells = cells.some(({ length }) => length > 0);
  const folded = node('tr', { class: 'compare-common' }, [
    ...(hasCells ? [] : [node('th', { scope: 'row' }, [label])]),
    node('td', { colspan: String(columns) }, [
      node('details', {}, [
        node('summary', {}, [
          columns === 1 ? label : `All have ${common.length === 1 ? 'the same' : `${String(common.length)} in common`}`,
        ]),
        list(common.map((item) => ({ ...item, isOnly: false }))),
      ]),
    ]),
  ]);
  if (!hasCells) return [folded];
  const heading = node('th', { scope: 'row', ...(common.length > 0 && { rowspan: '2' }) }, [label]);
  return [
    node('tr', {}, [heading, ...cells.map((items) => node('td', {}, [items.length === 0 ? '–' : list(items)]))]),
    ...(common.length > 0 ? [folded] : []),
  ];
}

function list(items: readonly MarkedItem[]): TreeNode {
  const content = (item: ComparedItem) =>
    item.href === undefined ? item.text : node('a', { href: item.href }, [item.text]);
  return node(
    'ul',
    { class: 'plain-list' },
    items.map((item) =>
      node('li', item.isOnly ? { class: 'compare-only' } : {}, [
        content(item),
        ...(item.isOnly ? [node('span', { class: 'visually-hidden' }, [' (only this agent)'])] : []),
      ]),
    ),
  );
}

function renderPassage({ title, isSame, cells }: AlignedPassage): TreeNode {
  return node('tr', {}, [
    node('th', { scope: 'row' }, [title, ...(isSame ? [node('span', { class: 'compare-note' }, [' Identical'])] : [])]),
    ...cells.map((cell) =>
      node('td', {}, [
        cell
          ? node('details', { ...(isSame ? {} : { open: '' }) }, [
              node('summary', {}, [cell.title]),
              node(
                'p',
                { class: 'compare-text' },
                cell.parts.flatMap(({ text, isOwn }, index) => [
                  ...(index > 0 ? [' '] : []),
                  isOwn ? node('mark', {}, [text]) : text,
                ]),
              ),
              node('a', { href: cell.href }, ['Open the section']),
            ])
          : '–',
      ]),
    ),
  ]);
}

function node(tag: string, attributes: Record<string, string>, children: (TreeNode | string)[]): TreeNode {
  return { tag, attributes, children };
}
