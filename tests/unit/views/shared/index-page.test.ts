import { describe, expect, it } from 'vitest';
import { facetOf, narrowing } from '../../../../src/views/shared/facets.ts';
import {
  indexPagePath,
  indexPages,
  indexRoutes,
  MAX_ON_ONE_PAGE,
  mostImportantFirst,
  PAGE_SIZE,
} from '../../../../src/views/shared/index-page.ts';
import { playbookOf } from '../playbook-of.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('an index', () => {
  it('has one page, also without entries, until there are too many', () => {
    expect(indexPages([])).toEqual([{ entries: [], total: 0, number: 1, pages: 1 }]);
    expect(indexPages(numbers(MAX_ON_ONE_PAGE))).toHaveLength(1);
  });

  it('has every entry on exactly one of its pages, in order', () => {
    const all = numbers(MAX_ON_ONE_PAGE + 1);
    const pages = indexPages(all);
    expect(pages.flatMap(({ entries }) => entries)).toEqual(all);
    expect(pages.every(({ entries, total }) => entries.length <= PAGE_SIZE && total === all.length)).toBe(true);
    expect(pages.map(({ number }) => number)).toEqual(numbers(pages.length).map((index) => index + 1));
  });

  it('has its first page at its own address', () => {
    expect(indexPagePath('/gates/', 1)).toBe('/gates/');
    expect(indexPagePath('/gates/', 2)).toBe('/gates/page/2/');
    const routes = indexRoutes(numbers(MAX_ON_ONE_PAGE + 1), {});
    expect(routes.slice(0, 2).map(({ params }) => params.page)).toEqual([undefined, 'page/2']);
  });

  it('can begin with the agents that have the most references and elements', () => {
    const playbook = playbookOf({
      baker: '# Bread\n\nBake, then ask @oven-keeper and @miller.\n',
      miller: '# Flour\n\n## Checklist\n\n- [ ] Fine\n- [ ] Dry\n\nAsk @oven-keeper.\n',
      'oven-keeper': '# Fire\n',
    });
    const ids = mostImportantFirst(playbook.agents, playbook, ({ id }) => id).map(({ id }) => id);
    expect(ids).toEqual(['miller', 'oven-keeper', 'baker']);
  });
});

describe('a facet', () => {
  it('has its most frequent values first, and says how many it leaves out', () => {
    const facet = facetOf('tool', 'Tools', ['b', 'a', 'b', 'c', 'c', 'd'], (tool) => tool.toUpperCase(), 2);
    expect(facet).toEqual({
      id: 'tool',
      label: 'Tools',
      values: [
        { value: 'b', label: 'B', count: 2 },
        { value: 'c', label: 'C', count: 2 },
      ],
      more: 2,
    });
  });

  it('is left out if all entries have all its values', () => {
    const same = facetOf('model', 'Model', ['opus', 'opus'], (model) => model);
    const tool = facetOf('tool', 'Tools', ['Read'], (one) => one);
    expect(narrowing([same, tool], 2)).toEqual([tool]);
  });
});
