import { describe, expect, it } from 'vitest';
import type { Playbook } from '../../../../src/playbook/playbook.ts';
import { gatesOf, gatesView, gateView, itemKeys } from '../../../../src/views/gates/gates.ts';
import { playbookOf } from '../playbook-of.ts';

const gate = `# Before the oven

- [ ] The \`dough<T>\` has **risen**
  twice
- [x] The oven is hot
  - at least 230 °C
- [ ] See [the book](https://example.org/book)
`;

const checklist = `# Closing checklist

- Lights off
- Door locked
`;

const both = playbookOf({ baker: `${gate}\n${checklist}`, gardener: checklist });

function pageOf(playbook: Playbook, id: string) {
  const gates = gatesOf(playbook);
  const gate = gates.find((gate) => gate.id === id);
  if (!gate) throw new Error(`There is no gate ${id}, only ${gates.map(({ id }) => id).join(', ')}.`);
  return gateView(
    gate,
    gates.filter(({ agent }) => agent.id === gate.agent.id),
  );
}

describe('a gate in a table', () => {
  it('has the cells of each row as text', async () => {
    const table = '# Quality gates\n\n| Part | Must be |\n|---|---|\n| Crust | <b>golden</b> |\n| Crumb | open |\n';
    const { items } = await pageOf(playbookOf({ baker: table }), 'baker-quality-gates');
    expect(items.map(({ html }) => html)).toEqual(['Crust: &#x3C;b>golden&#x3C;/b>', 'Crumb: open']);
  });
});

describe('the list of gates', () => {
  it('counts gates and checklists separately, with their items', () => {
    expect(gatesView(both).summary).toBe('1 gate with 3 items; 2 checklists with 4 items');
  });

  it('groups them, each with its agent and with the ticks in the file', () => {
    const { groups } = gatesView(both);
    expect(groups.map(({ title, entries }) => [title, entries.map(({ origin }) => origin.agent)])).toEqual([
      ['Quality gates', ['baker']],
      ['Checklists', ['baker', 'gardener']],
    ]);
    expect(groups[0]?.entries[0]?.items.map(({ done }) => done)).toEqual([false, true, false]);
  });

  it('has neither groups nor counts if no agent has a gate', () => {
    expect(gatesView(playbookOf({ baker: '# Bread\n' }))).toEqual({ summary: '', groups: [] });
  });
});

describe('a gate’s page', () => {
  it('shows items as written, with code, links and nested lists', async () => {
    const { items } = await pageOf(both, 'baker-before-the-oven');
    expect(items.map(({ html }) => html)).toEqual([
      'The <code>dough&#x3C;T></code> has <strong>risen</strong>\ntwice',
      'The oven is hot',
      'See <a href="https://example.org/book" rel="noopener">the book</a>',
    ]);
    expect(items[1]?.moreHtml).toContain('at least 230 °C');
  });

  it('has each item’s Markdown on one line', async () => {
    const { items } = await pageOf(both, 'baker-before-the-oven');
    expect(items.map(({ markdown }) => markdown)).toEqual([
      'The `dough<T>` has **risen** twice',
      'The oven is hot',
      'See [the book](https://example.org/book)',
    ]);
  });

  it('starts with the ticks in the file', async () => {
    expect((await pageOf(both, 'baker-before-the-oven')).items.map(({ done }) => done)).toEqual([false, true, false]);
  });

  it('gives items the same keys as the list of gates does', async () => {
    const { items, storeKey } = await pageOf(both, 'baker-before-the-oven');
    const entry = gatesView(both).groups[0]?.entries[0];
    expect(entry?.items.map(({ key }) => key)).toEqual(items.map(({ key }) => key));
    expect(entry?.storeKey).toBe(storeKey);
  });

  it('stores the ticks of two gates under different keys', async () => {
    const [ours, theirs] = await Promise.all([
      pageOf(both, 'baker-closing-checklist'),
      pageOf(both, 'gardener-closing-checklist'),
    ]);
    expect(ours.storeKey).toBe('playbook:/gates/baker-closing-checklist/');
    expect(theirs.storeKey).not.toBe(ours.storeKey);
  });

  it('names its kind, and other gates of the same agent', async () => {
    const view = await pageOf(both, 'baker-closing-checklist');
    expect(view).toMatchObject({ kind: 'Checklist', count: '2 items', title: 'Closing checklist' });
    expect(view.others.map(({ title }) => title)).toEqual(['Before the oven']);
  });

  it('reads items of a file with Windows line ends and characters of two code units', async () => {
    const windows = playbookOf({ baker: '# Gate\r\n\r\n- [ ] 🍞 `a`\r\n  and `b`\r\n- [ ] 専門 `c`\r\n' });
    const { items } = await pageOf(windows, 'baker-gate');
    expect(items.map(({ markdown }) => markdown)).toEqual(['🍞 `a` and `b`', '専門 `c`']);
  });
});

describe('keys of items', () => {
  it('never change, because stored ticks depend on them', () => {
    expect(itemKeys(['Lights off', 'Door locked', '専門'])).toEqual(['04epvq9', '184gg5x', '0gbx87n']);
  });

  it('depend on an item’s text alone, not on its place or its white space', () => {
    const [first, second] = itemKeys(['Lights off', 'Door locked']);
    expect(itemKeys(['Door   locked\n', 'Something new', 'Lights off'])).toEqual([second, expect.any(String), first]);
  });

  it('differ for items with the same text, and for texts that differ in one letter', () => {
    const keys = itemKeys(['Test', 'Test', 'Tests', 'test', 'Test']);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
