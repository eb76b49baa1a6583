import { beforeEach, expect, test, vi } from 'vitest';
import { shareAgents, sharedPlaybook } from '../../../src/content/shared-playbook.ts';
import type { Playbook } from '../../../src/playbook/playbook.ts';

const agents = (name: string) => ({ playbook: { name } as unknown as Playbook, digests: new Map<string, string>() });

// Vitest restores the variable after each test.
beforeEach(() => {
  vi.stubGlobal('agentsByFolder', undefined);
});

test('pages get the playbook that was shared last for their folder', () => {
  shareAgents('one', agents('old'));
  shareAgents('two', agents('other'));
  shareAgents('one', agents('new'));
  expect(sharedPlaybook('one')).toEqual({ name: 'new' });
  expect(sharedPlaybook('two')).toEqual({ name: 'other' });
});

test('another instance of the module sees the same playbooks', async () => {
  shareAgents('one', agents('shared'));
  vi.resetModules();
  const again = await import('../../../src/content/shared-playbook.ts');
  expect(again.sharedPlaybook).not.toBe(sharedPlaybook);
  expect(again.sharedPlaybook('one')).toEqual({ name: 'shared' });
});

test('a folder whose agents were not loaded in this process is an error that names it', () => {
  expect(() => sharedPlaybook('elsewhere')).toThrow('The agents of elsewhere were not loaded');
});
