import { JSDOM } from 'jsdom';
import { describe, expect, it, vi } from 'vitest';
import { feedXml } from '../../../../src/views/programs/feed.ts';
import { createPlaybook, type Playbook } from '../../../../src/playbook/playbook.ts';
import { allFixtures } from '../../playbook/helpers.ts';
import { playbookOf } from '../playbook-of.ts';

function entriesOf(playbook: Playbook, dates: Record<string, string>) {
  const xml = feedXml(playbook, new Map(Object.entries(dates).map(([path, date]) => [path, new Date(date)])));
  if (xml === undefined) return;
  const { document } = new JSDOM(xml, { contentType: 'application/xml' }).window;
  const text = (parent: Element, name: string) => parent.querySelector(`:scope > ${name}`)?.textContent;
  return {
    updated: text(document.documentElement, 'updated'),
    id: text(document.documentElement, 'id'),
    self: document.querySelector('link[rel=self]')?.getAttribute('href'),
    entries: [...document.querySelectorAll('entry')].map((entry) =>
      ['id', 'title', 'updated', 'summary'].map((name) => text(entry, name)),
    ),
  };
}

const playbook = playbookOf({ 'sail-maker': 'Sews.', 'tide-clerk': 'Counts.', unknown: 'Is in no commit.' });
const dates = { 'sail-maker.md': '2026-03-01T10:00:00Z', 'tide-clerk.md': '2026-05-02T12:30:00Z' };

describe('the feed', () => {
  it('has the agents whose dates are known, those that were changed last first', () => {
    expect(entriesOf(playbook, dates)).toEqual({
      updated: '2026-05-02T12:30:00.000Z',
      id: 'http://localhost:4321/',
      self: 'http://localhost:4321/feed.xml',
      entries: [
        ['http://localhost:4321/agents/tide-clerk/', 'tide-clerk', '2026-05-02T12:30:00.000Z', 'Does things.'],
        ['http://localhost:4321/agents/sail-maker/', 'sail-maker', '2026-03-01T10:00:00.000Z', 'Does things.'],
      ],
    });
  });

  it('is the same for the same dates, whenever it is made', () => {
    const once = feedXml(playbook, new Map([['sail-maker.md', new Date(0)]]));
    vi.useFakeTimers({ now: new Date('2030-01-01') });
    expect(feedXml(playbook, new Map([['sail-maker.md', new Date(0)]]))).toBe(once);
    vi.useRealTimers();
  });

  it('stays XML with hostile names and descriptions, none of which is markup in a reader', () => {
    const hostile = createPlaybook([
      ...allFixtures(),
      {
        path: 'end.md',
        bytes: new TextEncoder().encode('---\nname: "]]>\\u0007<x>"\ndescription: "]]><b>\\u0001 & more"\n---\n'),
      },
    ]);
    const found = entriesOf(
      hostile,
      Object.fromEntries(hostile.agents.map(({ source }) => [source.path, '2026-01-01'])),
    );
    expect(found?.entries).toHaveLength(hostile.agents.length);
    expect(found?.entries.map(([, title]) => title)).toContain(']]&#62;&#60;x&#62;');
    expect(found?.entries.flat().filter((text) => /<(?!$)/.test(text ?? ''))).toEqual([]);
  });

  it('is left out without dates', () => {
    expect(entriesOf(playbook, {})).toBeUndefined();
  });
});
