import { describe, expect, it } from 'vitest';
import { agentOf } from '../helpers.ts';

const mentions = (text: string) =>
  agentOf(text).mentions.map(
    ({ name, explicit, line, column }) => `${String(line)}:${String(column)} ${explicit ? '@' : ''}${name}`,
  );

describe('the mentions of a file', () => {
  it('are names with an @, and code spans that may be names, with their positions', () => {
    expect(mentions('# T\n\nAsk @rust-pro, then\n`sql-pro`, `@css-pro` and @architect.')).toEqual([
      '3:6 @rust-pro',
      '4:2 sql-pro',
      '4:14 @css-pro',
      '4:28 architect',
    ]);
  });

  it('are names in calls of the tool that starts an agent, and names as Claude Code completes them', () => {
    expect(
      mentions('`Task(subagent_type="scout")`, `subagent_type: "cook"`, `Agent(helm)` or @"deck-crew (agent)"'),
    ).toEqual(['1:22 scout', '1:49 cook', '1:64 helm', '1:76 deck-crew']);
  });

  it('are found in lists, tables, links and emphasis, each time they occur', () => {
    expect(mentions('- a\n  - **@a-b** and @a-b\n\n> [@c-d](x.md)\n\n| a |\n|---|\n| @e-f |')).toEqual([
      '2:8 @a-b',
      '2:19 @a-b',
      '4:5 @c-d',
      '8:4 @e-f',
    ]);
  });

  it('have the line numbers of the file, including front matter', () => {
    expect(mentions('---\nname: x\n---\n\nAsk @a-b.')).toEqual(['5:6 @a-b']);
  });

  it('do not include names in elements', () => {
    expect(mentions('- A → @a-b\n- B → @c-d')).toEqual([]);
  });

  it.each([
    'me@example.org and first@some-host.org',
    '`npm i @my-scope/thing` and @types/node',
    '`npm i some-thing`',
    '@media and `@font-face`',
    '@lru_cache(maxsize=1)',
    'no @ts-ignore, and a list in @for',
    'Thanks to [@jo-doe](https://github.com/jo-doe)',
    '- x\n\n  ```sh\n  echo @a-b `c-d`\n  ```',
    '```\n@a-b\n```',
  ])('are not found in %j', (text) => {
    expect(mentions(text)).toEqual([]);
  });
});
