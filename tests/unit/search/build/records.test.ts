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
  it('are itself, and each of its sections under the headings above', () => {
    const records = recordsOf('Before all.\n\n# One\n\nFirst.\n\n## Two\n\nSecond.');
    expect(records.map(({ kind, title, trail }) => [kind, title, trail])).toEqual([
      ['agent', 'ann', []],
      ['section', 'One', []],
      ['section', 'Two', ['One']],
    ]);
    expect(records[0]?.body).toBe('Looks after locks.\nBefore all.\nTools: Read');
    expect(records[2]).toMatchObject({ url: '/agents/ann/#two', body: 'Second.', agent: { name: 'ann' } });
  });

  it('have what has its own page once, and not in the section as well', () => {
    const body = '# Before release\n\nSome words.\n\n- [ ] docs are built\n- [ ] tests pass';
    const records = recordsOf(body);
    expect(records.filter((record) => record.body.includes('docs are built')).map(({ kind }) => kind)).toEqual([
      'gate',
    ]);
    expect(records.find(({ kind }) => kind === 'gate')?.url).toBe('/gates/ann-before-release/');
  });

  it('have no section that is nothing but an element', () => {
    expect(named('# Gate\n\n- [ ] one\n- [ ] two')).toEqual(['agent ann /agents/ann/', 'gate Gate /gates/ann-gate/']);
  });

  it('find a delegation by task and by name, and who is named on the roster', () => {
    const records = recordsOf('# Who\n\n- Queries → @sql-pro\n- Reviews → @critic');
    expect(records.find(({ kind }) => kind === 'delegation')?.body).toBe('Queries → @sql-pro\nReviews → @critic');
    expect(records.find(({ title }) => title === 'sql-pro')).toMatchObject({ kind: 'roster', body: 'Queries (ann)' });
  });

  it('leave out roster entries of agents that nobody refers to', () => {
    expect(named('# One\n\nText.').filter((name) => name.startsWith('roster'))).toEqual([]);
  });

  it('show below a heading for others what these are', () => {
    expect(recordsOf('# All\n\n## One\n\na\n\n## Two\n\nb').find(({ title }) => title === 'All')?.body).toBe(
      'One\nTwo',
    );
  });

  it('keep lines apart, and code by itself', () => {
    const [, section] = recordsOf('# S\n\n- one\n- two\n\n| a | b |\n| - | - |\n| c | d |\n\n```rust\nlet x = 1;\n```');
    expect(section).toMatchObject({ body: 'one\ntwo\na · b\nc · d', code: 'let x = 1;' });
  });

  it('have each topic that somebody treats', () => {
    const topics = {
      ...noTopics,
      topics: [
        { id: 'locks', title: 'Locks', sentence: 'One at a time.', synonyms: ['mutex'], asked: [] },
        { id: 'fish', title: 'Fish', sentence: 'They swim.', synonyms: [], asked: [] },
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

  it('are the page alone, if it has no article', () => {
    expect(guideRecords(page, '<p>Gone</p>')).toMatchObject([{ title: 'Start', body: '' }]);
  });
});
