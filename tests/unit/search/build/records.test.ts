import { describe, expect, it } from 'vitest';
import { createPlaybook } from '../../../../src/playbook/playbook.ts';
import type { Topics } from '../../../../src/playbook/topics/topics.ts';
import { guideRecords } from '../../../../src/search/build/guide-records.ts';
import { playbookRecords } from '../../../../src/search/build/records.ts';
import { bytesOf } from '../../playbook/helpers.ts';

const noTopics: Topics = { file: 'topics.yaml', topics: [], spellings: [], problems: [] };
const recordsOf = (body: string, topics: Topics = noTopics) =>
  playbookRecords(
    createPlaybook([
      {
        path: 'ann.md',
        bytes: bytesOf(`---\nname: ann\ndescription: Looks after locks.\ntools: Read\n---\n${body}\n`),
      },
    ]),
    topics,
  );
const named = (body: string) => recordsOf(body).map(({ kind, title, url }) => `${kind} ${title} ${url}`);

describe('records of an agent', () => {
  it('consist of one for the agent and one for each section, which has the titles of the headings above it', () => {
    const records = recordsOf('Before all.\n\n# One\n\nFirst.\n\n## Two\n\nSecond.');
    expect(records.map(({ kind, title, trail }) => [kind, title, trail])).toEqual([
      ['agent', 'ann', []],
      ['section', 'One', []],
      ['section', 'Two', ['One']],
    ]);
    expect(records[0]?.body).toBe('Looks after locks.\nBefore all.\nTools: Read');
    expect(records[2]).toMatchObject({ url: '/agents/ann/#two', body: 'Second.', agent: { name: 'ann' } });
  });

  it('contain an element with its own page once, and not in its section as well', () => {
    const body = '# Before release\n\nSome words.\n\n- [ ] docs are built\n- [ ] tests pass';
    const records = recordsOf(body);
    expect(records.filter((record) => record.body.includes('docs are built')).map(({ kind }) => kind)).toEqual([
      'gate',
    ]);
    expect(records.find(({ kind }) => kind === 'gate')?.url).toBe('/gates/ann-before-release/');
  });

  it('leave out a section that contains only an element', () => {
    expect(named('# Gate\n\n- [ ] one\n- [ ] two')).toEqual(['agent ann /agents/ann/', 'gate Gate /gates/ann-gate/']);
  });

  it('include delegations with tasks and names, and named specialists as roster entries', () => {
    const records = recordsOf('# Who\n\n- Queries → @sql-pro\n- Reviews → @critic');
    expect(records.find(({ kind }) => kind === 'delegation')?.body).toBe('Queries → @sql-pro\nReviews → @critic');
    expect(records.find(({ title }) => title === 'sql-pro')).toMatchObject({ kind: 'roster', body: 'Queries (ann)' });
  });

  it('leave out roster entries of agents without references', () => {
    expect(named('# One\n\nText.').filter((name) => name.startsWith('roster'))).toEqual([]);
  });

  it('have the titles below as the text of a section without its own text', () => {
    expect(recordsOf('# All\n\n## One\n\na\n\n## Two\n\nb').find(({ title }) => title === 'All')?.body).toBe(
      'One\nTwo',
    );
  });

  it('have a line for each item, and code separately', () => {
    const [, section] = recordsOf('# S\n\n- one\n- two\n\n| a | b |\n| - | - |\n| c | d |\n\n```rust\nlet x = 1;\n```');
    expect(section).toMatchObject({ body: 'one\ntwo\na · b\nc · d', code: 'let x = 1;' });
  });

  it('include each topic that an agent covers', () => {
    const topics = {
      ...noTopics,
      topics: [
        { id: 'locks', title: 'Locks', sentence: 'One at a time.', synonyms: ['mutex'], common: [], asked: [] },
        { id: 'fish', title: 'Fish', sentence: 'They swim.', synonyms: [], common: [], asked: [] },
      ],
    };
    const records = recordsOf('# Locks\n\nA mutex guards it.', topics);
    expect(records.filter(({ kind }) => kind === 'topic').map(({ url }) => url)).toEqual(['/topics/locks/']);
    expect(records.find(({ kind }) => kind === 'section')?.topics).toEqual(['locks']);
  });
});

describe('records of the guide', () => {
  const page = { url: '/guide/start/', title: 'Start' };

  it('are the page, and each heading with an anchor', () => {
    const html =
      '<nav><p>Not this</p></nav><article><h1>Start</h1><p>Hello <b>you</b>.</p><script>no()</script>' +
      '<h2 id="next">Next</h2><ul><li>One</li><li>Two</li></ul><button>Copy</button></article>';
    expect(guideRecords(page, html)).toMatchObject([
      { url: '/guide/start/', title: 'Start', trail: [], body: 'Hello you.' },
      { url: '/guide/start/#next', title: 'Next', trail: ['Start'], body: 'One\nTwo' },
    ]);
  });

  it('are only the page, if it has no article', () => {
    expect(guideRecords(page, '<p>Gone</p>')).toMatchObject([{ title: 'Start', body: '' }]);
  });
});
