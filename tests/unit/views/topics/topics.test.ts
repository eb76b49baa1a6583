import { describe, expect, it } from 'vitest';
import { readTopics } from '../../../../src/playbook/topics/read-topics.ts';
import { catalogueView } from '../../../../src/views/agent/catalogue.ts';
import { topicView } from '../../../../src/views/topics/topic.ts';
import { MOST_COLUMNS, topicsView, treatedTopics } from '../../../../src/views/topics/topics.ts';
import { playbookOf } from '../helpers.ts';

const topics = readTopics(
  `
topics:
  - {id: tides, title: Tides, sentence: Ebb and flood., synonyms: [tide, ebb], asked: [moon]}
  - {id: knots, title: Knots, synonyms: [knot]}
  - {id: lights, title: Lights}
`,
  'topics.yaml',
);

const filler = 'word '.repeat(100);
const pilot = `# Tides\n\n${filler}\n\n# Gate\n\n- [ ] The ebb has begun\n- [ ] Every knot holds\n`;
const cook = `# Soup\n\n${filler}\n\nNot before the ebb.\n`;
const harbour = playbookOf({ cook, pilot, stoker: '# Coal\n\nMore coal.\n' });

/** So many agents, of which each second treats tides. */
function crowd(count: number) {
  return playbookOf(
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`agent-${String(i)}`, i % 2 === 0 ? pilot : cook])),
  );
}

function pageOf(id: string, playbook = harbour) {
  const treated = treatedTopics(playbook, topics).find(({ topic }) => topic.id === id);
  if (!treated) throw new Error(`Nobody mentions ${id}.`);
  return topicView(treated, playbook, topics);
}

describe('an agent’s card', () => {
  it('names what the agent treats, the deepest first, and not what it only mentions', () => {
    const [, sailor] = catalogueView(playbookOf({ cook, sailor: `${pilot}\n# Knots\n\nA knot.\n` }), topics).entries;
    expect(sailor?.card.covers).toEqual(['Tides', 'Knots']);
  });

  it('falls back to the sections of the file, and counts those that it leaves out', () => {
    const many = Array.from({ length: 9 }, (_, i) => `# Deck ${String(i)}\n\nCoal.\n`).join('\n');
    const [cooking, stoking] = catalogueView(playbookOf({ cook, stoker: many }), topics).entries;
    expect(cooking?.card.covers).toEqual(['Soup']);
    expect(stoking?.card).toMatchObject({ coversMore: 2 });
    expect(stoking?.card.covers[0]).toBe('Deck 0');
  });
});

describe('the list of topics', () => {
  it('has a column for each agent, and its depth where it has anything on a topic', () => {
    const { columns, rows, summary } = topicsView(harbour, topics);
    expect(summary).toBe('2 topics, found in the words of 3 agents');
    expect(columns.map(({ name }) => name)).toEqual(['cook', 'pilot', 'stoker']);
    expect(rows.map(({ title, cells }) => [title, ...cells.map((cell) => cell?.depth)])).toEqual([
      ['Tides', 'mentions', 'in-depth', undefined],
      ['Knots', undefined, 'mentions', undefined],
    ]);
    expect(rows[0]?.cells[1]?.href).toBe('/topics/tides/#playbook:agent-pilot');
  });

  it('is filtered by who treats a topic, not by who only mentions it', () => {
    expect(topicsView(harbour, topics).rows.map(({ agents }) => agents)).toEqual([['pilot'], []]);
  });

  it('is found by what people ask', () => {
    expect(topicsView(harbour, topics).rows[0]?.words).toContain('moon');
  });

  it('is filtered by words of its own topics, for example', () => {
    const { examples, rows } = topicsView(harbour, topics);
    expect(examples).toHaveLength(rows.length);
    for (const [at, example] of examples.entries()) expect(rows[at]?.words).toContain(example);
  });

  it('lists apart what nobody mentions', () => {
    expect(topicsView(harbour, topics).untreated.map(({ title }) => title)).toEqual(['Lights']);
    const without = topicsView(playbookOf({}), topics);
    expect(without).toMatchObject({ summary: '', rows: [] });
    expect(without.untreated).toHaveLength(3);
  });

  it('counts where there are too many agents for columns, and names those with most to say', () => {
    const { columns, rows } = topicsView(crowd(MOST_COLUMNS + 1), topics);
    expect(columns).toEqual([]);
    expect(rows[0]).toMatchObject({ counts: { 'in-depth': 7, covers: 0, mentions: 6 }, cells: [], agents: [] });
    expect(rows[0]?.most.map(({ name }) => name)).toEqual(['agent-0', 'agent-2', 'agent-4']);
  });
});

describe('a topic’s page', () => {
  it('says who treats it how deeply, the deepest first, and where', () => {
    const { agents, summary } = pageOf('tides');
    expect(summary).toBe('1 agent treats it in depth, 1 mentions it');
    expect(agents.map(({ name, depth }) => [name, depth])).toEqual([
      ['pilot', 'in-depth'],
      ['cook', 'mentions'],
    ]);
    expect(agents[0]?.places.map(({ title, href }) => [title, href])).toEqual([
      ['Tides', '/agents/pilot/#tides'],
      ['Gate', '/agents/pilot/#gate'],
    ]);
    expect(agents[0]?.places[1]?.excerpts[0]?.pieces).toEqual([
      { text: 'The ', marked: false },
      { text: 'ebb', marked: true },
      { text: ' has begun', marked: false },
    ]);
  });

  it('shows the elements about it, with their lines', () => {
    const { elements } = pageOf('knots');
    expect(elements.total).toBe(1);
    expect(elements.shown[0]).toMatchObject({ title: 'Gate', kind: 'Quality gate', href: '/gates/pilot-gate/' });
    expect(elements.shown[0]?.excerpts).toHaveLength(1);
  });

  it('leads to the catalogue only where somebody treats it', () => {
    expect(pageOf('tides').catalogue).toBe('/agents/?topic=tides');
    expect(pageOf('knots').catalogue).toBeUndefined();
    expect(pageOf('knots').search).toBe('/search/?topic=knots');
  });

  it('shows the first of many agents, names more, and counts the rest', () => {
    const { agents, more } = pageOf('tides', crowd(100));
    expect(agents).toHaveLength(MOST_COLUMNS);
    expect(agents.every(({ depth }) => depth === 'in-depth')).toBe(true);
    expect(agents.length + more.names.length + more.uncounted).toBe(100);
    expect(more.names.length).toBeLessThan(100 - MOST_COLUMNS);
  });

  it('names topics that stand in the same sections, and none that does so once', () => {
    const both = (name: string) => `# ${name}\n\nThe tide and the knot.\n\n# More\n\nA knot and the ebb.\n`;
    expect(pageOf('tides', playbookOf({ a: both('One') })).related.map(({ title }) => title)).toEqual(['Knots']);
    expect(pageOf('tides').related).toEqual([]);
  });
});

describe('the catalogue', () => {
  it('is narrowed by topics that agents treat, and by what their files hold', () => {
    const sailor = `# Knots\n\n${filler}\n\n# Do this\n\n- [ ] Something\n`;
    const { entries, facets } = catalogueView(playbookOf({ cook, pilot, sailor }), topics);
    expect(entries.map(({ card, topics }) => [card.name, topics])).toEqual([
      ['cook', []],
      ['pilot', ['tides']],
      ['sailor', ['knots']],
    ]);
    const found = facets.map(({ id, values }) => [id, values.map(({ label, count }) => `${label} ${String(count)}`)]);
    expect(found).toEqual([
      ['topic', ['Knots 1', 'Tides 1']],
      ['element', ['Gates and checklists 2']],
    ]);
  });
});
