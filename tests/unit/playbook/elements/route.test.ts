import { describe, expect, it } from 'vitest';
import { mentionPattern } from '../../../../src/playbook/agent-names.ts';
import { readRoute } from '../../../../src/playbook/elements/route.ts';
import { said } from './recognised.ts';

describe('a route', () => {
  it.each([
    ['@a', 'a'],
    ['`@a-b`', 'a-b'],
    ['**`@a-b`**', 'a-b'],
    ['@a + @b', 'a and b'],
    ['@a, @b', 'a and b'],
    ['@a & @b', 'a and b'],
    ['@a and @b', 'a and b'],
    ['@a with @b', 'a and b'],
    ['@a, @b, and @c', 'a and b and c'],
    ['@a or @b', 'a or b'],
    ['@a, @b, or @c', 'a or b or c'],
    ['either @a or @b', 'a or b'],
    ['@a/@b', 'a or b'],
    ['@a / @b', 'a or b'],
    ['`@a` / `@b`', 'a or b'],
    ['a-b / c-d', 'a-b or c-d'],
    ['@a (direct)', 'a (direct)'],
    ['@a(direct)', 'a (direct)'],
    ['@a (direct or with help)', 'a (direct or with help)'],
    ['@a ()', 'a'],
    ['@a + specialists', 'a and <specialists>'],
    ['`@a` + domain specialist', 'a and <domain specialist>'],
    ['@build-or-buy-advisor', 'build-or-buy-advisor'],
    ['front-and-back or c-d', 'front-and-back or c-d'],
    ['use the sql-pro agent', 'sql-pro'],
    ['the `sql-pro` subagent', 'sql-pro'],
    ['snake_case_agent', 'snake_case_agent'],
    ['@a.', 'a'],
    ['C/C++ specialists', '<C/C++ specialists>'],
    ['research and development', '<research and development>'],
    ['performance', '<performance>'],
    ['  ', ''],
    ['+', ''],
  ])('is read from %s as “%s”', (written, expected) => {
    expect(said(readRoute(written))).toBe(expected);
  });

  it('is read quickly from hostile text', () => {
    const started = performance.now();
    for (const part of [' ', '(', '@a-', ' or ', '/', '@']) readRoute(part.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('an @mention', () => {
  const names = (text: string) => [...text.matchAll(mentionPattern)].map(([, name]) => name);

  it.each([
    ['ask @rust-pro.', ['rust-pro']],
    ['(@rust-pro), @b!', ['rust-pro', 'b']],
    ['“@rust-pro”: see', ['rust-pro']],
    ['@rust-pro’s', ['rust-pro']],
    ['@rust-pro - design', ['rust-pro']],
    ['@snake_case', ['snake_case']],
  ])('is found in %j', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it.each([
    'me@example.org',
    'first.last-name@some-host.example',
    '@types/node',
    '@my-scope/package-name',
    'actions/checkout@v4',
    'npm i left-pad@latest',
    'react-dom@next',
    '@media (width > 3rem)',
    '@font-face',
    '@lru_cache',
    '@app.route',
    '@my-module.thing',
    '@decorated(1)',
    '@Override',
    '@mediaQuery',
    '@@double',
    '@ alone',
    'https://example.org/@user-name',
  ])('is not found in %j', (text) => {
    expect(names(text)).toEqual([]);
  });
});
