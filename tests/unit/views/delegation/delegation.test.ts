import { describe, expect, it } from 'vitest';
import { readAgentsFolder } from '../../../../src/content/agents-folder.ts';
import { createPlaybook } from '../../../../src/playbook/playbook.ts';
import { delegationView } from '../../../../src/views/delegation/delegation-view.ts';
import { bytesOf } from '../../playbook/helpers.ts';

const viewOf = (...bodies: string[]) =>
  delegationView(
    createPlaybook(
      bodies.map((body, index) => ({
        path: `agent-${String(index)}.md`,
        bytes: bytesOf(`---\nname: agent-${String(index)}\ndescription: x\n---\n${body}`),
      })),
    ),
  );

describe('the delegation page', () => {
  it('counts the delegations of the Rust team correctly', async () => {
    const view = delegationView(createPlaybook(await readAgentsFolder('tests/fixtures/rust-team')));
    expect(view.summary).toBe(
      '45 delegations in 8 groups, 8 collaborations, 6 tasks delegated to roles, 10 tasks not delegated',
    );
    expect(view.total).toBe(69);
    expect(view.sections.map(({ variant, agents }) => `${variant} ${agents.map(({ name }) => name).join()}`)).toEqual([
      'to rust-pro',
      'with rust-engineer',
      'roles rust-pro',
      'self rust-pro',
    ]);
    expect(view.from.map(({ name }) => name)).toEqual(['rust-engineer', 'rust-pro']);
    expect(view.picture?.left.map(({ label, total }) => [label, total])).toContainEqual([
      'Systems Programming & Performance',
      7,
    ]);
    expect(view.picture?.links.find(({ to, count }) => to === 'to-c-pro' && count === 3)?.title).toBe(
      'Systems Programming & Performance → @c-pro: 3 tasks',
    );
  });

  it('groups tasks by section, with their recipients', () => {
    const view = viewOf('# Who\n## Data\n- A → @sql-pro or @agent-1\n- B → specialists\n', 'x');
    const [agent] = view.sections[0]?.agents ?? [];
    expect(agent).toMatchObject({ name: 'agent-0', count: '2 tasks', hasWording: false });
    expect(agent?.groups).toMatchObject([
      {
        title: 'Data',
        href: '/agents/agent-0/#data',
        rows: [
          { task: 'A', to: ['sql-pro', 'agent-1'] },
          { task: 'B', to: [] },
        ],
      },
    ]);
    expect(view.to.map(({ id }) => id)).toEqual(['agent-1', 'sql-pro']);
  });

  it('keeps the author’s wording of relations that are not arrows', () => {
    const [section] = viewOf('- Work with a-b on x\n- Support c-d').sections;
    expect(section?.agents[0]?.hasWording).toBe(true);
    expect(section?.agents[0]?.groups[0]?.rows.map(({ wording, task }) => `${wording ?? ''}: ${task}`)).toEqual([
      'Work with: x',
      'Support: ',
    ]);
  });

  it('is empty if no agent delegates', () => {
    expect(viewOf('x')).toMatchObject({ summary: '', total: 0, sections: [] });
    expect(viewOf('x').picture).toBeUndefined();
    expect(viewOf()).toMatchObject({ summary: '', total: 0 });
  });

  it('collapses many agents, and draws them instead of their groups', () => {
    const view = viewOf(...Array.from({ length: 20 }, () => '- A → @a\n- B → @b\n'));
    expect(view.sections[0]).toMatchObject({ isOpen: false });
    expect(view.picture?.left).toHaveLength(20);
    expect(view.picture?.left[0]).toMatchObject({ total: 2, description: '2 tasks to 2 agents' });
    expect(view.picture?.omitted).toBe('');
  });

  it('draws the recipients with the most tasks, and says how many there are', () => {
    const body = Array.from({ length: 120 }, (_, index) => `- T → @agent-to-${String(index)}`).join('\n');
    const { picture } = viewOf(`${body}\n- More → @agent-to-119`);
    expect(picture?.right).toHaveLength(30);
    expect(picture?.right.map(({ label }) => label)).toContain('@agent-to-119');
    expect(picture?.omitted).toBe('Shown: the 30 agents with the most tasks, of 120.');
  });

  it('has the same numbers as a matrix, in the order of the picture', () => {
    const { picture } = viewOf(
      '# Who\n## Data\n- A → @sql-pro\n- B → @sql-pro\n## Web\n- C → @web-pro\n- D → @sql-pro\n',
    );
    const rows = picture?.matrix.rows.map(({ label, cells, total }) => [
      label,
      ...cells.map(({ count }) => count),
      total,
    ]);
    expect(picture?.matrix.columns.map(({ label }) => label)).toEqual(['Data', 'Web']);
    expect(rows).toEqual([
      ['@sql-pro', 2, 1, 3],
      ['@web-pro', 0, 1, 1],
    ]);
  });
});
