import { describe, expect, it } from 'vitest';
import { agentsOnTeam, matchTeam } from '../../../src/decide/matches.ts';
import type { TeamMember } from '../../../src/decide/wizard.ts';

const member = (...names: string[]): TeamMember => ({
  slot: { id: names.join('-'), label: names.join(' or '), names },
  reasons: [],
  alreadyOnTeam: [],
});
const team = [member('baker'), member('cook', 'waiter'), member()];

describe('agentsOnTeam', () => {
  it('returns the agents of all slots, alternatives included, and none for a role', () => {
    expect([...agentsOnTeam(team)]).toEqual(['baker', 'cook', 'waiter']);
  });
});

describe('matchTeam', () => {
  const candidates = [
    { title: 'none', names: ['host'], order: 0 },
    { title: 'one', names: ['cook'], order: 1 },
    { title: 'both', names: ['host', 'baker', 'cook'], order: 2 },
    { title: 'another', names: ['baker'], order: 3 },
  ];
  const titlesAndMatches = (entries: typeof candidates) =>
    matchTeam(entries, team).map(({ candidate, matching }) => [candidate.title, matching]);

  it('returns the names on the team, most matches first, then in written order', () => {
    const expected = [
      ['both', ['baker', 'cook']],
      ['one', ['cook']],
      ['another', ['baker']],
      ['none', []],
    ];
    expect(titlesAndMatches(candidates)).toEqual(expected);
    expect(titlesAndMatches(candidates.toReversed())).toEqual(expected);
  });
});
