import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

/** Gives a test file its own cache folder. Returns a function that returns the path while tests run. */
export function useOwnCache(): () => string {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'diagrams-'));
    process.env.PLAYBOOK_DIAGRAM_CACHE = folder;
  });
  afterAll(async () => {
    delete process.env.PLAYBOOK_DIAGRAM_CACHE;
    await rm(folder, { recursive: true, force: true });
  });
  return () => folder;
}
