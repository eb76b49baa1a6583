import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesRecipient } from '../../../../src/playbook/roster/recipients.ts';
import { templateFinder } from '../../../../src/views/handoffs/template-finder.ts';
import { playbookOf } from '../playbook-of.ts';

const template = (recipient: string) => `# ${recipient}\n\n\`\`\`\n**A**: [a]\n**B**: [b]\n\`\`\`\n`;

describe('the recipient of a template', () => {
  it.each([
    ['To Security Specialists', 'security-auditor', true],
    ['To Security Specialists', 'database-optimizer', false],
    ['To Backend Developers', 'backend-developer', true],
    ['To Backend Developers', 'frontend-developer', false],
    ['Handoff to @test-automator', 'test-automator', true],
    ['Handoff to @test-automator', 'test-writer', false],
    ['', 'security-auditor', false],
    ['To the team', 'team-lead', false],
  ])('“%s” is for %s: %s', (recipient, name, fits) => {
    expect(matchesRecipient(recipient, name)).toBe(fits);
  });
});

describe('the template for an agent', () => {
  const recipients = [
    'To Security Specialists',
    'To @test-automator',
    'To Backend Developers',
    'To the team',
    'To Data Experts',
  ];

  it('is the first that matches in the same file, or else in all files', () => {
    const playbook = playbookOf({
      a: template('To Tests'),
      b: template('To Testers of Data'),
      c: template('To Data Experts'),
    });
    const find = templateFinder(playbook);
    expect(find('data-tester', 'c')?.agent.id).toBe('c');
    expect(find('data-tester', 'a')?.agent.id).toBe('b');
    expect(find('data-tester', 'nobody')?.agent.id).toBe('b');
    expect(find('gardener', 'c')).toBeUndefined();
  });

  it('has a recipient that matches the name, if there is such a template', () => {
    const word = fc.constantFrom('security', 'test', 'automator', 'backend', 'developer', 'data', 'team', 'pro');
    const names = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join('-'));
    fc.assert(
      fc.property(fc.shuffledSubarray(recipients), names, (chosen, name) => {
        const playbook = playbookOf({ a: chosen.map(template).join('\n') });
        const found = templateFinder(playbook)(name, 'a')?.element.recipient;
        expect(found).toBe(chosen.find((recipient) => matchesRecipient(recipient, name)));
      }),
    );
  });
});
