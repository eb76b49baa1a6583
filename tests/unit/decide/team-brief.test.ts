import { describe, expect, it } from 'vitest';
import { briefMarkdown, type TeamBrief } from '../../../src/decide/team-brief.ts';

describe('briefMarkdown', () => {
  const brief: TeamBrief = {
    title: 'Who cooks?',
    url: 'https://playbook.example/decide/who/?dish=soup',
    from: { label: 'host [1]', url: 'https://playbook.example/agents/host/' },
    answers: [{ question: 'What dish?', answer: 'Soup' }],
    team: [
      {
        label: '@baker or @cook',
        reasons: ['dish: Soup', 'hot'],
        tasks: ['@cook is handed: Broth'],
        links: [{ label: '@cook', url: 'https://playbook.example/agents/cook/' }],
      },
      { label: 'specialists', reasons: ['hot'], tasks: [], links: [] },
    ],
    handoffs: [{ label: 'Order', url: 'https://playbook.example/agents/host/#order', detail: 'to cooks · @cook' }],
    flows: [],
  };

  it('writes the answers, the team with its reasons, and the handoffs', () => {
    expect(briefMarkdown(brief)).toBe(`# Who cooks?

From [host \\[1\\]](https://playbook.example/agents/host/). [Change the answers](https://playbook.example/decide/who/?dish=soup)

## Answers

- What dish? **Soup**

## Team

- **@baker or @cook**, because: dish: Soup; hot
  - @cook is handed: Broth
  - [@cook](https://playbook.example/agents/cook/)
- **specialists**, because: hot

## Handoffs

- [Order](https://playbook.example/agents/host/#order): to cooks · @cook
`);
  });

  it('leaves out sections without entries', () => {
    const empty = briefMarkdown({ ...brief, team: [], handoffs: [] });
    expect(empty).toContain('## Answers');
    expect(empty).not.toMatch(/## (?:Team|Handoffs|Flows)/);
  });
});
