import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { createPlaybook, type Playbook } from '../../../../src/playbook/playbook.ts';
import { readSource } from '../../../../src/playbook/source/source.ts';
import { parseMarkdown } from '../../../../src/playbook/source/markdown.ts';
import { readAgentsFolder } from '../../../../src/content/agents-folder.ts';
import { site } from '../../../../src/site.ts';
import { skillName, skillText } from '../../../../src/views/programs/skill.ts';
import { allFixtures, bytesOf } from '../../playbook/helpers.ts';
import { playbookOf } from '../playbook-of.ts';

const team = createPlaybook(await readAgentsFolder('tests/fixtures/rust-team'));

/** Reads a skill as the site reads any skill. */
function read(playbook: Playbook) {
  const text = skillText(playbook);
  const path = `skills/${skillName(site.title)}/SKILL.md`;
  return { text, source: readSource(path, bytesOf(text)), read: createPlaybook([{ path, bytes: bytesOf(text) }]) };
}

describe('SKILL.md', () => {
  it.each([
    ['a team of five', team],
    ['files with every mistake, some of them hostile', createPlaybook(allFixtures())],
    ['no agents', createPlaybook([])],
    [
      'a thousand agents',
      playbookOf(Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`crew-${String(n)}`, 'Work.']))),
    ],
  ])('is a skill without problems for %s', (_, playbook) => {
    const { source, read: skills, text } = read(playbook);
    const [skill] = skills.agents;
    expect(skill?.tool?.name).toBe('tools that read Agent Skills');
    expect(skill?.problems).toEqual([]);
    expect(source.data.name).toBe(skillName(site.title));
    expect(skill?.name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    expect(text.length).toBeLessThan(60_000);
    const html: string[] = [];
    visit(parseMarkdown(source.body), 'html', ({ value }) => {
      html.push(value);
    });
    expect(html).toEqual([]);
  });

  it('names each agent, the tree that leads to one, the templates to fill in and the gates', () => {
    const { text } = read(team);
    for (const { name } of team.agents)
      expect(text).toContain(`[${name}](http://localhost:4321/agents/${name}/index.md)`);
    expect(text).toContain('/decide/rust-pro-rust-development-decision-tree/index.md');
    expect(text).toMatch(/\/handoffs\/rust-pro-rust-security-request\/index\.md\): To Security Specialists/);
    expect(text).toContain('/gates/rust-pro-testing-phase-validation/index.md');
  });

  it('has a name that is allowed, whatever the site is called', () => {
    expect(skillName('Équipe №1: the agents!')).toBe('ask-equipe-no1-the-agents');
    expect(skillName('天気')).toBe('ask-playbook');
    expect(skillName('x '.repeat(60)).length).toBeLessThanOrEqual(64);
  });
});
