import { describe, expect, it } from 'vitest';
import { decodeSharedDraft } from '../../../../src/forms/shared-draft.ts';
import type { Playbook } from '../../../../src/playbook/playbook.ts';
import { playbookIndex } from '../../../../src/views/shared/playbook-index.ts';
import { flowsOf, flowsView, flowView } from '../../../../src/views/flows/flows.ts';
import { pageTitles } from '../../../../src/views/shared/origin.ts';
import { lookupIn } from '../../../../src/views/shared/route-view.ts';
import { playbookOf } from '../playbook-of.ts';

const workflow = `# Baking day

1. **Weigh** the \`flour\` → @baker
2. Knead \`Vec<Dough>\` → @baker + night shift
3. Bake → @oven-keeper or @baker
`;

const collaboration = `# Market day

\`\`\`
Order arrives
    ↓
1. @baker - Count my_loaves
    ↓
2. @oven-keeper - Bake <all> of them
\`\`\`
`;

const phased = `# Season

## Phase 1: Sow

- dig the \`bed\`
- sow

## Phase 2: Reap

- reap
`;

const everything = playbookOf({ baker: `${workflow}\n${collaboration}`, gardener: phased });

function pageOf(playbook: Playbook, id: string) {
  const flows = flowsOf(playbook);
  const flow = flows.find((flow) => flow.id === id);
  if (!flow) throw new Error(`There is no flow ${id}, only ${flows.map(({ id }) => id).join(', ')}.`);
  const ofAgent = flows.filter(({ agent }) => agent.id === flow.agent.id);
  return flowView(flow, ofAgent, playbookIndex(playbook));
}

describe('the list of flows', () => {
  it('counts each kind of flow, phased workflows without their steps', () => {
    const { summary } = flowsView(everything, lookupIn(everything.roster));
    expect(summary).toBe('1 workflow with 3 steps, 1 collaboration flow with 2 steps, 1 phased workflow');
  });

  it('groups flows by kind, each with its agent, its size and its participants', () => {
    const { groups } = flowsView(everything, lookupIn(everything.roster));
    expect(groups.map(({ title, entries }) => [title, entries.map((entry) => entry.title)])).toEqual([
      ['Workflows', ['Baking day']],
      ['Collaboration flows', ['Market day']],
      ['Phased workflows', ['Season']],
    ]);
    expect(groups[0]?.entries[0]).toMatchObject({
      href: '/flows/baker-baking-day/',
      count: '3 steps',
      origin: { agent: 'baker', href: '/agents/baker/', monogram: 'BA' },
      parties: [{ label: '@baker', href: '/agents/baker/' }, { label: 'night shift' }, { label: '@oven-keeper' }],
      moreParties: 0,
    });
  });

  it('says how many more participants a flow has than the list shows', () => {
    const steps = Array.from({ length: 9 }, (_, index) => `${String(index + 1)}. Step → @hand-${String(index)}`);
    const crowd = playbookOf({ chief: `# All hands\n\n${steps.join('\n')}\n` });
    const [entry] = flowsView(crowd, lookupIn(crowd.roster)).groups[0]?.entries ?? [];
    expect(entry?.parties).toHaveLength(6);
    expect(entry?.moreParties).toBe(3);
  });

  it('has neither groups nor a summary if no agent has a flow', () => {
    const none = playbookOf({ baker: '# Bread\n\nBake.\n' });
    expect(flowsView(none, lookupIn(none.roster))).toEqual({ summary: '', groups: [] });
  });
});

describe('the page of a flow', () => {
  it('shows each step as written, with code spans, and its agents', async () => {
    const { steps } = await pageOf(everything, 'baker-baking-day');
    expect(steps.map(({ html }) => html)).toEqual([
      '<strong>Weigh</strong> the <code>flour</code>',
      'Knead <code>Vec&#x3C;Dough></code>',
      'Bake',
    ]);
    expect(steps[2]?.route).toMatchObject({
      joined: 'or',
      parties: [
        { label: '@oven-keeper', href: '/roster/oven-keeper/' },
        { label: '@baker', href: '/agents/baker/' },
      ],
    });
  });

  it('lists the participants with their steps, in the order of their first steps', async () => {
    const { rail } = await pageOf(everything, 'baker-baking-day');
    expect(rail.lanes.map(({ party, steps }) => [party.label, steps])).toEqual([
      ['@baker', [1, 2, 3]],
      ['night shift', [2]],
      ['@oven-keeper', [3]],
    ]);
  });

  it('shows the start of a collaboration flow, and escapes markup in its steps', async () => {
    const view = await pageOf(everything, 'baker-market-day');
    expect(view).toMatchObject({ kind: 'Collaboration flow', start: 'Order arrives' });
    expect(view.steps.map(({ html }) => html)).toEqual(['Count my_loaves', 'Bake &#x3C;all> of them']);
    expect(view.writtenHtml).toContain('↓');
  });

  it('shows the tasks of each phase of a phased workflow, with code spans', async () => {
    const view = await pageOf(everything, 'gardener-season');
    expect(view).toMatchObject({ kind: 'Phased workflow', count: '2 phases', rail: { lanes: [] } });
    expect(view.steps.map(({ html, tasks }) => [html, tasks])).toEqual([
      ['Sow', ['dig the <code>bed</code>', 'sow']],
      ['Reap', ['reap']],
    ]);
    expect(view.writtenHtml).toContain('## Phase 2: Reap');
  });

  it('links to the section of the agent’s page that the flow comes from', async () => {
    const { origin } = await pageOf(everything, 'baker-market-day');
    expect(origin.section).toEqual({ title: 'Market day', href: '/agents/baker/#market-day' });
  });

  it('lists the other flows of the same agent only', async () => {
    expect((await pageOf(everything, 'baker-market-day')).others.map(({ title }) => title)).toEqual(['Baking day']);
    expect((await pageOf(everything, 'gardener-season')).others).toEqual([]);
  });

  it('uses the kind as the title of a flow without a heading', async () => {
    const untitled = playbookOf({ baker: '1. Weigh → @baker\n2. Bake → @oven-keeper\n' });
    const view = await pageOf(untitled, 'baker-workflow');
    expect(view.title).toBe('Workflow');
    expect(view.origin.section).toBeUndefined();
  });

  it('escapes HTML and drops unsafe links of a file', async () => {
    const hostile = playbookOf({
      baker: '# Bad\n\n1. <img src=x onerror=alert(1)> → @baker\n2. [x](javascript:alert(1)) → @oven-keeper\n',
    });
    const { steps } = await pageOf(hostile, 'baker-bad');
    expect(steps.map(({ html }) => html)).toEqual(['&#x3C;img src=x onerror=alert(1)>', '<span>x</span>']);
  });
});

describe('the handoff template of a step', () => {
  const template = (title: string, recipient: string) =>
    `# ${recipient}\n\n\`\`\`markdown\n## ${title}\n**A**: [a]\n**B**: [b]\n\`\`\`\n`;
  const steps = '# Day\n\n1. Weigh **all** → @miller\n2. Bake → @night-shift + @oven-keeper\n3. Sell → @seller\n';
  const handoffs = async (playbook: Playbook, id: string) =>
    (await pageOf(playbook, id)).steps.map((step) => step.handoff);
  const opened = async (handoff: { href: string } | undefined) =>
    decodeSharedDraft(handoff?.href.replace(/^[^#]*/, '') ?? '');

  it('is prefilled with the step, its flow and the receiving agent', async () => {
    const playbook = playbookOf({ baker: `${steps}\n${template('For ovens', 'To Oven Keepers')}` });
    const [weigh, bake, sell] = await handoffs(playbook, 'baker-day');
    expect([weigh, bake?.title, sell]).toEqual([undefined, 'For ovens', undefined]);
    expect(bake?.href).toMatch(/^\/handoffs\/baker-for-ovens\/#/);
    expect(await opened(bake)).toEqual({
      kind: 'template',
      values: {},
      to: 'oven-keeper',
      task: 'Bake',
      known: [{ question: 'Step 2 of 3 in', answer: 'Day' }],
    });
  });

  it('comes from the same file, or from another agent’s if the file has none', async () => {
    const playbook = playbookOf({
      apprentice: template('From the apprentice', 'To Oven Keepers'),
      baker: `${steps}\n${template('From the baker', 'To Oven Keepers')}`,
      clerk: steps,
    });
    expect((await handoffs(playbook, 'baker-day'))[1]?.title).toBe('From the baker');
    expect((await handoffs(playbook, 'clerk-day'))[1]?.title).toBe('From the apprentice');
  });

  it('is prefilled with the start of a collaboration flow', async () => {
    const flow = '# Market\n\n```\nA full barn\n    ↓\n1. @miller - Grind\n    ↓\n2. @oven-keeper - Bake\n```\n';
    const playbook = playbookOf({ baker: `${flow}\n${template('For ovens', 'To Oven Keepers')}` });
    expect(await opened((await handoffs(playbook, 'baker-market'))[1])).toMatchObject({
      known: [
        { question: 'Step 2 of 2 in', answer: 'Market' },
        { question: 'Starts with', answer: 'A full barn' },
      ],
    });
  });
});

describe('the checklist of a flow', () => {
  it('has a numbered check box for each step, as written, with its agents', async () => {
    expect((await pageOf(everything, 'baker-baking-day')).checklist).toBe(
      [
        '## Baking day',
        '',
        '- [ ] 1. **Weigh** the `flour` (@baker)',
        '- [ ] 2. Knead `Vec<Dough>` (@baker + night shift)',
        '- [ ] 3. Bake (@oven-keeper or @baker)',
        '',
      ].join('\n'),
    );
  });

  it('begins with the start of the flow, and escapes text that only looks like markdown', async () => {
    expect((await pageOf(everything, 'baker-market-day')).checklist).toBe(
      [
        '## Market day',
        '',
        'Start: Order arrives',
        '',
        '- [ ] 1. Count my\\_loaves (@baker)',
        '- [ ] 2. Bake \\<all\\> of them (@oven-keeper)',
        '',
      ].join('\n'),
    );
  });

  it('nests the tasks of a phase below it', async () => {
    expect((await pageOf(everything, 'gardener-season')).checklist).toBe(
      '## Season\n\n- [ ] 1. Sow\n  - [ ] dig the `bed`\n  - [ ] sow\n- [ ] 2. Reap\n  - [ ] reap\n',
    );
  });

  it('lists only the agents of steps that have no text', async () => {
    const chain = playbookOf({ baker: '# Chain\n\n```\n@baker → @oven-keeper → @shop-clerk\n```\n' });
    expect((await pageOf(chain, 'baker-chain')).checklist).toBe(
      '## Chain\n\n- [ ] 1. @baker\n- [ ] 2. @oven-keeper\n- [ ] 3. @shop-clerk\n',
    );
  });
});

describe('the page titles of flows', () => {
  it('are unique, even if agents and flows share names', () => {
    const twice = playbookOf({ baker: `${workflow}\n${workflow}`, gardener: workflow });
    expect([...pageTitles(flowsOf(twice)).values()]).toEqual([
      'Baking day, workflow of baker (baker-baking-day)',
      'Baking day, workflow of baker (baker-baking-day-1)',
      'Baking day, workflow of gardener',
    ]);
  });
});
