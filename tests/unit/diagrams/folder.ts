import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

/** Gives a test file a folder of its own for drawings; returns its path, once the tests run. */
export function ownFolder(): () => string {
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
