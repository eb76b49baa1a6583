import { describe, expect, it } from 'vitest';
import { all, mainOf, named, pageAt, textOf, textsOf } from './html.ts';

describe('the pages of a site without agents', () => {
  it.each([
    ['', 'There are no agents yet. To add one, put a markdown file'],
    ['agents/', 'There are no agents yet. To add one, put a markdown file'],
    ['access/', 'There are no agents yet.'],
    ['decide/', 'No agent has a decision tree yet.'],
    ['flows/', 'No agent has a workflow or a collaboration flow.'],
    ['gates/', 'No agent has a quality gate or a checklist.'],
    ['handoffs/', 'No agent has a handoff template or a message.'],
    ['roster/', 'There are no agents yet.'],
    ['topics/', 'There are no topics.'],
  ])('say at /%s what is missing, and show no list, table or filter', (route, text) => {
    const main = mainOf('empty', route);
    expect(textOf(main)).toContain(text);
    expect(all(main, 'article, table, filter-form, [role=search]:not([action])')).toEqual([]);
  });

  it('ask no question of a decision tree on the home page', () => {
    expect(textsOf(mainOf('empty', ''), 'h2, h3').filter((heading) => heading.endsWith('?'))).toEqual([]);
  });

  it('say why there are no topics', () => {
    expect(textOf(mainOf('empty', 'topics/'))).toContain('The topics file cannot be read (ENOENT).');
  });
});

describe('the pages of a site with one agent', () => {
  it('show the agent, without filters and without links to other agents', () => {
    const catalogue = mainOf('single', 'agents/');
    expect(all(catalogue, 'article')).toHaveLength(1);
    expect(all(catalogue, 'form')).toEqual([]);
    expect(named(catalogue, 'article a', 'lone-wolf').getAttribute('href')).toBe('/agents/lone-wolf/');
    const navigations = all(pageAt('single', 'agents/lone-wolf/'), 'nav').map((nav) => nav.getAttribute('aria-label'));
    expect(navigations).not.toContain('Other agents');
  });

  it('say that there are no delegations, and explain how to write some', () => {
    const main = textOf(mainOf('single', 'delegation/'));
    expect(main).toContain('No agent delegates tasks.');
    expect(main).toContain('To add some, write a list of tasks with arrows');
  });
});
