import { readdir, readFile, stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import type { AgentFile } from '../playbook/playbook.ts';

/** Larger than any prompt that a model would take; reading it whole would only hurt. */
const LARGEST_FILE = 5_000_000;

/**
 * Reads every markdown file below a folder, hidden ones excepted. A file that cannot be read is returned
 * with the reason in its place.
 * @throws if the folder itself cannot be read
 */
export async function readAgentsFolder(folder: string): Promise<AgentFile[]> {
  const root = resolve(folder);
  let entries;
  try {
    entries = await readdir(root, { recursive: true, withFileTypes: true });
  } catch (error) {
    throw new Error(`The folder of agents cannot be read (${reasonOf(error)}): ${folder}. Set PLAYBOOK_AGENTS.`);
  }
  const paths = entries
    .filter((entry) => !entry.isDirectory() && /\.md$/i.test(entry.name))
    .map((entry) => relative(root, resolve(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !/(?:^|\/)(?:\.|node_modules\/)/.test(path))
    .sort();
  return Promise.all(paths.map((path) => readAgentFile(root, path)));
}

async function readAgentFile(root: string, path: string): Promise<AgentFile> {
  const file = resolve(root, path);
  try {
    const { size } = await stat(file);
    if (size > LARGEST_FILE) return { path, unreadable: `it is larger than ${String(LARGEST_FILE / 1e6)} MB` };
    return { path, bytes: await readFile(file) };
  } catch (error) {
    return { path, unreadable: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
