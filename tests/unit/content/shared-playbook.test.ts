import { beforeEach, expect, test, vi } from 'vitest';
import { sharedPlaybook, sharePlaybook } from '../../../src/content/shared-playbook.ts';
import type { Playbook } from '../../../src/playbook/playbook.ts';

const playbook = (name: string) => ({ name }) as unknown as Playbook;

// Vitest restores the variable after each test.
beforeEach(() => {
  vi.stubGlobal('playbooksByFolder', undefined);
});

test('pages get the playbook that was shared last for their folder', () => {
  sharePlaybook('one', playbook('old'));
  sharePlaybook('two', playbook('other'));
  sharePlaybook('one', playbook('new'));
  expect(sharedPlaybook('one')).toEqual({ name: 'new' });
  expect(sharedPlaybook('two')).toEqual({ name: 'other' });
});

test('another instance of the module sees the same playbooks', async () => {
  sharePlaybook('one', playbook('shared'));
  vi.resetModules();
  const again = await import('../../../src/content/shared-playbook.ts');
  expect(again.sharedPlaybook).not.toBe(sharedPlaybook);
  expect(again.sharedPlaybook('one')).toEqual({ name: 'shared' });
});

test('a folder whose agents were not loaded in this process is an error that names it', () => {
  expect(() => sharedPlaybook('elsewhere')).toThrow('The agents of elsewhere were not loaded');
});
