import { readdir, readFile, stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import type { AgentFile } from '../playbook/playbook.ts';

/** Largest file to read, in bytes: larger than any prompt that a model accepts. */
const MAX_FILE_SIZE = 5_000_000;

/**
 * Reads every markdown file in a folder and its subfolders, except hidden ones. A file that cannot be read is returned
 * with the reason instead of its bytes.
 * @throws if the folder itself cannot be read
 */
export async function readAgentsFolder(folder: string): Promise<AgentFile[]> {
  const root = resolve(folder);
  let entries;
  try {
    entries = await readdir(root, { recursive: true, withFileTypes: true });
  } catch (error) {
    throw new Error(
      `The agents’ folder cannot be read (${reasonOf(error)}): ${folder}. Set PLAYBOOK_AGENTS to the right folder.`,
    );
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
    if (size > MAX_FILE_SIZE) return { path, unreadable: `it is larger than ${String(MAX_FILE_SIZE / 1e6)} MB` };
    return { path, bytes: await readFile(file) };
  } catch (error) {
    return { path, unreadable: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
