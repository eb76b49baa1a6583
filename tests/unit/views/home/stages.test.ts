import { describe, expect, it } from 'vitest';
import { stages } from '../../../../src/views/home/stages.ts';
import { playbookOf } from '../playbook-of.ts';

const gate = (title: string) => `## ${title}\n\n- [ ] The crust is brown\n- [ ] The sign is out\n\n`;

describe('the stages on the home page', () => {
  it('lead from a task to its result, with what the files contain', () => {
    const playbook = playbookOf({
      baker: `## Which oven?

\`\`\`
Which oven?
├── Is it big?
│   ├── Yes → @oven-keeper
│   └── No → @baker-lead
\`\`\`

## Bake

1. Weigh → @baker-lead
2. Bake → @oven-keeper

## To the oven

\`\`\`markdown
## Oven Request
**Heat**: [Low/High]
**Loaves**: [How many]
\`\`\`

${gate('Before opening')}`,
    });
    expect(
      stages(playbook).map(({ title, links, all }) => [title, links.map(({ label }) => label), all.label]),
    ).toEqual([
      ['Decide', ['Is it big?'], 'The decision tree'],
      ['Call an agent', ['baker'], 'The agent'],
      ['Follow a flow', ['Bake'], 'The flow'],
      ['Hand over', ['Oven Request'], 'The template'],
      ['Pass a gate', ['Before opening'], 'The gate'],
    ]);
    expect(stages(playbook)[0]?.links[0]?.href).toMatch(/^\/decide\/[\w-]+\/#playbook:question-/);
  });

  it('are left out if the files have nothing for them', () => {
    expect(stages(playbookOf({ baker: 'Bake bread.' })).map(({ title }) => title)).toEqual(['Call an agent']);
    expect(stages(playbookOf({}))).toEqual([]);
  });

  it('name the first five, and link to all', () => {
    const titles = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'];
    const playbook = playbookOf({ baker: titles.map(gate).join('') });
    const last = stages(playbook).at(-1);
    expect(last?.links.map(({ label }) => label)).toEqual(titles.slice(0, 5));
    expect(last?.all).toEqual({ label: 'All 6 gates', href: '/gates/' });
  });
});
