import { describe, expect, it } from 'vitest';
import { readTopics } from '../../../../src/playbook/topics/read-topics.ts';
import { catalogueView } from '../../../../src/views/agent/catalogue.ts';
import { mentionedTopics } from '../../../../src/views/topics/coverage-view.ts';
import { topicView } from '../../../../src/views/topics/topic.ts';
import { MAX_COLUMNS, topicsView } from '../../../../src/views/topics/topics-view.ts';
import { playbookOf } from '../playbook-of.ts';

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

/** Returns a playbook of many agents, of which every second covers tides. */
function crowd(count: number) {
  return playbookOf(
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`agent-${String(i)}`, i % 2 === 0 ? pilot : cook])),
  );
}

function pageOf(id: string, playbook = harbour) {
  const mentioned = mentionedTopics(playbook, topics).find(({ topic }) => topic.id === id);
  if (!mentioned) throw new Error(`No agent mentions ${id}.`);
  return topicView(mentioned, playbook, topics);
}

describe('the card of an agent', () => {
  it('lists the topics that the agent covers, the deepest first, without those that it only mentions', () => {
    const [, sailor] = catalogueView(playbookOf({ cook, sailor: `${pilot}\n# Knots\n\nA knot.\n` }), topics).entries;
    expect(sailor?.card.covers).toEqual(['Tides', 'Knots']);
  });

  it('falls back to the sections of the file, and counts those that it does not show', () => {
    const many = Array.from({ length: 9 }, (_, i) => `# Deck ${String(i)}\n\nCoal.\n`).join('\n');
    const [cooking, stoking] = catalogueView(playbookOf({ cook, stoker: many }), topics).entries;
    expect(cooking?.card.covers).toEqual(['Soup']);
    expect(stoking?.card).toMatchObject({ moreCovered: 2 });
    expect(stoking?.card.covers[0]).toBe('Deck 0');
  });
});

describe('the list of topics', () => {
  it('has a column for each agent, with the depth of each topic that the agent mentions', () => {
    const { columns, rows, summary } = topicsView(harbour, topics);
    expect(summary).toBe('2 topics, found in the files of 3 agents');
    expect(columns.map(({ name }) => name)).toEqual(['cook', 'pilot', 'stoker']);
    expect(rows.map(({ title, cells }) => [title, ...cells.map((cell) => cell?.depth)])).toEqual([
      ['Tides', 'mentions', 'in-depth', undefined],
      ['Knots', undefined, 'mentions', undefined],
    ]);
    expect(rows[0]?.cells[1]?.href).toBe('/topics/tides/#playbook:agent-pilot');
  });

  it('is filtered by the agents that cover a topic, not by those that only mention it', () => {
    expect(topicsView(harbour, topics).rows.map(({ agents }) => agents)).toEqual([['pilot'], []]);
  });

  it('can be filtered by the words that people ask with', () => {
    expect(topicsView(harbour, topics).rows[0]?.words).toContain('moon');
  });

  it('offers words of its own topics as examples for the filter', () => {
    const { examples, rows } = topicsView(harbour, topics);
    expect(examples).toHaveLength(rows.length);
    for (const [at, example] of examples.entries()) expect(rows[at]?.words).toContain(example);
  });

  it('lists topics that no agent mentions separately', () => {
    expect(topicsView(harbour, topics).unmentioned.map(({ title }) => title)).toEqual(['Lights']);
    const without = topicsView(playbookOf({}), topics);
    expect(without).toMatchObject({ summary: '', rows: [] });
    expect(without.unmentioned).toHaveLength(3);
  });

  it('counts agents if there are too many for columns, and names those with the deepest coverage', () => {
    const { columns, rows } = topicsView(crowd(MAX_COLUMNS + 1), topics);
    expect(columns).toEqual([]);
    expect(rows[0]).toMatchObject({ counts: { 'in-depth': 7, covers: 0, mentions: 6 }, cells: [], agents: [] });
    expect(rows[0]?.topAgents.map(({ name }) => name)).toEqual(['agent-0', 'agent-2', 'agent-4']);
  });
});

describe('the page of a topic', () => {
  it('lists the agents with the depth of their coverage, the deepest first, and the places in their files', () => {
    const { agents, summary } = pageOf('tides');
    expect(summary).toBe('1 agent covers it in depth, 1 mentions it');
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

  it('shows the elements about the topic, with excerpts', () => {
    const { elements } = pageOf('knots');
    expect(elements.total).toBe(1);
    expect(elements.shown[0]).toMatchObject({ title: 'Gate', kind: 'Quality gate', href: '/gates/pilot-gate/' });
    expect(elements.shown[0]?.excerpts).toHaveLength(1);
  });

  it('links to the catalogue only if an agent covers the topic', () => {
    expect(pageOf('tides').catalogue).toBe('/agents/?topic=tides');
    expect(pageOf('knots').catalogue).toBeUndefined();
    expect(pageOf('knots').search).toBe('/search/?topic=knots');
  });

  it('shows the first of many agents, names more, and counts the rest', () => {
    const { agents, more } = pageOf('tides', crowd(100));
    expect(agents).toHaveLength(MAX_COLUMNS);
    expect(agents.every(({ depth }) => depth === 'in-depth')).toBe(true);
    expect(agents.length + more.names.length + more.uncounted).toBe(100);
    expect(more.names.length).toBeLessThan(100 - MAX_COLUMNS);
  });

  it('relates topics that share several sections, but not those that share only one', () => {
    const both = (name: string) => `# ${name}\n\nThe tide and the knot.\n\n# More\n\nA knot and the ebb.\n`;
    expect(pageOf('tides', playbookOf({ a: both('One') })).related.map(({ title }) => title)).toEqual(['Knots']);
    expect(pageOf('tides').related).toEqual([]);
  });
});

describe('the catalogue', () => {
  it('has facets for the topics that agents cover and the elements in their files', () => {
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
