import { describe, expect, it } from 'vitest';
import { createPlaybook } from '../../../../src/playbook/playbook.ts';
import { site } from '../../../../src/site.ts';
import { agentCardPath, cards, elementCardPath } from '../../../../src/views/cards/cards.ts';
import { allFixtures } from '../../playbook/helpers.ts';
import { playbookOf } from '../playbook-of.ts';

const gate = '## Before sailing\n\n- [ ] Hull\n- [ ] Sails\n';

describe('the cards of a site', () => {
  it('show of an element its kind, its first parts and its agent', () => {
    const playbook = playbookOf({ 'tide-clerk': gate });
    expect(cards(playbook).get('/cards/elements/tide-clerk-before-sailing.png')?.()).toMatchObject({
      kind: 'Quality gate, 2 items',
      title: 'Before sailing',
      content: { mark: 'box', items: ['Hull', 'Sails'] },
      foot: ['tide-clerk', expect.any(String)],
    });
  });

  it.each([
    ['a few agents', 3],
    ['many elements', 200],
    ['many agents', 400],
  ])('are at most a few hundred, and every page has one: %s', (_, count) => {
    const playbook = playbookOf(
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`crew-${String(index)}`, gate])),
    );
    const paths = cards(playbook);
    expect(paths.size).toBeLessThanOrEqual(301);
    for (const agent of playbook.agents) expect(paths.has(agentCardPath(agent, playbook))).toBe(true);
    for (const placed of playbook.elements) expect(paths.has(elementCardPath(placed, playbook))).toBe(true);
    expect(paths.get('/cards/site.png')?.().title).toBe(site.title);
  });

  it('can be made of every file, also of hostile ones', () => {
    for (const card of cards(createPlaybook(allFixtures())).values()) expect(card().kind).not.toBe('');
  });
});
