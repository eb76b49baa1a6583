import { describe, expect, it } from 'vitest';
import { nameMatch } from '../../../../src/search/query/name-match.ts';
import { parseQuery, variantsOf } from '../../../../src/search/query/query.ts';

const groups = [
  ['C++', 'cpp'],
  ['Kubernetes', 'k8s'],
];

/** Returns the names that a query matches, best first. */
function named(typed: string, names: readonly string[]): string[] {
  const query = parseQuery(typed);
  const variants = variantsOf(query.words, groups, query.symbols);
  const scored = names.map((name) => ({ name, score: nameMatch(query, variants, name) }));
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ name }) => name);
}

describe('an agent’s name', () => {
  it.each([
    [
      'is matched by the same words better than by a part of it',
      'code reviewer',
      ['gem-code-reviewer', 'code-reviewer'],
    ],
    ['is matched by a whole word better than by the beginning of one', 'go', ['golang-pro', 'go-expert']],
    ['is matched by the same word better than by another form', 'reviewer', ['review-bot', 'reviewer-bot']],
    ['is matched although the query also names the kind', 'kubernetes agent', ['agent-maker', 'kubernetes-expert']],
    ['is matched by another spelling', 'k8s architect', ['helm-architect', 'kubernetes-architect']],
    ['is matched by a number that is joined to its word', 'react 19', ['react18-auditor', 'react19-auditor']],
  ])('%s', (_, typed, [worse = '', better = '']) => {
    expect(named(typed, [worse, better])[0]).toBe(better);
  });

  it('is not matched by one of several words', () => {
    expect(named('rust async runtimes', ['rust-pro'])).toEqual([]);
  });

  it('is matched, if weakly, by two of several words, and by the whole name among others', () => {
    const names = ['Requirements to Jira', 'jira'];
    expect(named('jira tickets from requirements', names)).toEqual(['Requirements to Jira']);
    expect(named('deploy helm for scrum master', ['scrum-master'])).toEqual(['scrum-master']);
  });

  it('is matched with the signs of the query, or with another spelling of them', () => {
    expect(named('C++', ['C# Expert', 'C++ Expert', 'cpp-pro'])).toEqual(['C++ Expert', 'cpp-pro']);
    expect(named('C#', ['C# Expert', 'C++ Expert', 'cpp-pro'])).toEqual(['C# Expert']);
    expect(named('@scrum-master', ['scrum-master'])).toEqual(['scrum-master']);
  });
});
