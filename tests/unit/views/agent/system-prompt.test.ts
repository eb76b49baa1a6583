import { describe, expect, it } from 'vitest';
import { overview } from '../../../../src/views/agent/overview.ts';
import { sectionRuns } from '../../../../src/views/agent/section-runs.ts';
import { promptView, type BlockView } from '../../../../src/views/agent/system-prompt.ts';
import { playbookOf } from '../playbook-of.ts';

const tree = `\`\`\`
What is wrong?
├── Is it burnt?
│   ├── Yes → @baker-lead
│   └── No → @oven-keeper
└── Is it flat?
    ├── Yes → @yeast-expert
    └── No → @baker-lead
\`\`\`
`;

const flow = `\`\`\`
Order arrives
    ↓
1. @baker-lead - Count the loaves
    ↓
2. @oven-keeper - Bake them
\`\`\`
`;

const tasks = (agent: string) => `- **Knead dough** → \`@${agent}\`\n- **Weigh \`flour\`** → \`@yeast-expert\`\n`;

const template = `\`\`\`markdown
## Oven Request
**Heat**: [Low/High]
**Loaves**: [How many]
\`\`\`
`;

const gate = `- [ ] The crust is brown\n- [x] The sign is **out**\n\n      and lit\n`;

/** Returns the sections of a system prompt as its page shows them. */
async function sectionsOf(prompt: string) {
  const playbook = playbookOf({ baker: prompt });
  const [agent] = playbook.agents;
  if (!agent) throw new Error('no agent');
  return (await promptView(agent, playbook)).sections;
}

/** Returns how each block of a system prompt is shown. */
async function shownAs(prompt: string): Promise<string[]> {
  const sections = await sectionsOf(prompt);
  return sections.flatMap(({ blocks }) => blocks.map(nameOf));
}

function nameOf(block: BlockView): string {
  return block.kind === 'element' ? block.content.as : block.kind;
}

describe('the system prompt on a persona page', () => {
  it('shows no tree, flow or list of delegations as code', async () => {
    const sections = await sectionsOf(`## Tree\n\n${tree}\n## Flow\n\n${flow}\n## Tasks\n\n${tasks('oven-keeper')}`);
    const blocks = sections.flatMap(({ blocks }) => blocks);
    expect(blocks.map(nameOf)).toEqual(['tree', 'flow', 'tasks']);
    expect(JSON.stringify(blocks)).not.toContain('<pre');
  });

  it('shows a gate as boxes to tick, and a template as a form with its text', async () => {
    const sections = await sectionsOf(`## Gate\n\n${gate}\n## To the oven\n\n${template}`);
    const [first, second] = sections.flatMap(({ blocks }) => blocks);
    expect(first).toMatchObject({
      content: {
        as: 'ticks',
        ticks: {
          items: [
            { html: 'The crust is brown', done: false },
            { done: true, moreHtml: expect.stringContaining('and lit') as string },
          ],
        },
      },
    });
    expect(second).toMatchObject({
      content: { as: 'form', html: expect.stringContaining('Low/High') as string },
    });
  });

  it('shows a list as written if its entries have more text than the picture would show', async () => {
    const steps = '1. Weigh → @baker-lead\n\n   With the small scales.\n2. Bake → @oven-keeper\n';
    expect(await shownAs(`## Steps\n\n${steps}`)).toEqual(['text']);
    const delegations = '- **Weigh** → `@baker-lead`\n  - on the small scales\n- **Bake** → `@oven-keeper`\n';
    expect(await shownAs(`## Tasks\n\n${delegations}`)).toEqual(['text']);
  });

  it('shows the phases of a workflow of whole sections as links to them, above the first', async () => {
    const [season] = await sectionsOf('## Season\n\n### Phase 1: Sow\n\n- dig\n\n### Phase 2: Reap\n\n- reap\n');
    expect(season?.blocks).toMatchObject([
      {
        content: {
          as: 'flow',
          flow: {
            steps: [
              { html: '<a href="#phase-1-sow">Sow</a>', tasks: [] },
              { html: '<a href="#phase-2-reap">Reap</a>' },
            ],
          },
        },
      },
    ]);
  });

  it('shows who gets the tasks of three groups as a picture under the heading that they share', async () => {
    const groups = ['Dough', 'Oven', 'Shop'].map((title) => `### ${title}\n\n${tasks('oven-keeper')}`).join('\n');
    const sections = await sectionsOf(`## Delegation\n\nAsk early.\n\n${groups}`);
    expect(sections.map(({ blocks }) => blocks.map(nameOf))).toEqual([
      ['html', 'delegation'],
      ['tasks'],
      ['tasks'],
      ['tasks'],
    ]);
    expect(sections[0]?.blocks[1]).toMatchObject({ count: '6 tasks in 3 groups' });
    expect(await shownAs(`## Dough\n\n${tasks('oven-keeper')}`)).toEqual(['tasks']);
  });
});

describe('the sections of a persona page', () => {
  const titlesOf = async (prompt: string) =>
    sectionRuns(await sectionsOf(prompt)).map((run) => run.map(({ title }) => title));

  it('stand side by side if they are short, follow each other and have the same level', async () => {
    const short = (title: string) => `### ${title}\n\n- one\n- two\n`;
    expect(await titlesOf(`## Skills\n\n${short('Dough')}\n${short('Oven')}\n## Shop\n\n${short('Till')}`)).toEqual([
      ['Skills'],
      ['Dough', 'Oven'],
      ['Shop'],
      ['Till'],
    ]);
  });

  it('stand alone if they are long, are main sections, contain code or a tree, or have sections nested in them', async () => {
    const long = `### Long\n\n${'A long sentence about bread. '.repeat(60)}\n`;
    const code = '### Code\n\n```rust\nfn bake() {}\n```\n';
    const nested = '### Nested\n\nSome words.\n\n#### Inside\n\nMore words.\n';
    const prompt = `## A\n\nWords.\n\n## B\n\n${long}\n${code}\n### Tree\n\n${tree}\n${nested}`;
    expect((await titlesOf(prompt)).every((run) => run.length === 1)).toBe(true);
  });
});

describe('the overview of a persona page', () => {
  const overviewOf = (prompt: string) => {
    const [agent] = playbookOf({ baker: prompt }).agents;
    return agent ? overview(agent).map(({ title, size }) => `${title} (${size})`) : [];
  };

  it('counts the elements of each kind and their parts, in the order of the file', () => {
    expect(
      overviewOf(
        `## Tree\n\n${tree}\n## Tasks\n\n${tasks('oven-keeper')}\n## More\n\n${tasks('baker-lead')}\n## Gate\n\n${gate}\n## To the oven\n\n${template}`,
      ),
    ).toEqual([
      '1 decision tree (2 questions)',
      '4 delegations (2 groups)',
      '1 quality gate (2 items)',
      '1 handoff template (2 fields)',
    ]);
  });

  it('leads to the first element of each kind', () => {
    const [agent] = playbookOf({ baker: `## Tree\n\n${tree}` }).agents;
    expect(agent && overview(agent)).toMatchObject([{ anchor: 'playbook:element-tree' }]);
  });

  it('is empty for a file without elements', () => {
    expect(overviewOf('Bake bread.')).toEqual([]);
  });
});
