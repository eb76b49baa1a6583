import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createPlaybook } from '../../../../src/playbook/playbook.ts';
import { walkViews } from '../../../../src/views/decide/decide.ts';

const agents = new URL('../../../fixtures/rust-team/', import.meta.url);
const ownAgents = createPlaybook(
  readdirSync(agents)
    .filter((path) => path.endsWith('.md'))
    .map((path) => ({ path, bytes: new Uint8Array(readFileSync(new URL(path, agents))) })),
);

describe('what the team is handed', () => {
  const [walk] = walkViews(ownAgents);
  const handed = (label: string) => walk?.seats.find((seat) => seat.label === label)?.handed;

  it('is a few tasks, and the way to the others', () => {
    expect(handed('@security-auditor')).toEqual([
      {
        name: 'security-auditor',
        who: '',
        verb: 'Is handed',
        tasks: ['Security implementation', 'Cryptographic implementations', 'Memory safety auditing'],
        more: { count: 5, href: '/roster/security-auditor/' },
      },
    ]);
  });

  it('is told apart where any one of several will do', () => {
    expect(handed('@c-pro or @cpp-pro')?.map(({ who }) => who)).toEqual(['@c-pro', '@cpp-pro']);
  });

  it('is what it keeps, for the agent whose tree it is', () => {
    expect(handed('@rust-pro')).toMatchObject([{ verb: 'Keeps', more: { count: 7 } }]);
  });

  it('is nothing, for a role that nobody hands anything to', () => {
    expect(handed('specialists')).toEqual([]);
  });

  it('comes with the templates of their field and the flows they take part in', () => {
    expect(walk?.templates.map(({ title, names }) => [title, names])).toEqual([
      ['Rust Performance Request', ['performance-optimizer']],
      ['Rust Security Request', ['security-auditor']],
      ['Rust Database Integration Request', ['database-optimizer']],
    ]);
    expect(walk?.templates[1]?.fields).toEqual(expect.arrayContaining(['Threat Model', 'Unsafe Code']));
    expect(walk?.flows).toHaveLength(6);
  });
});
