import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { AgentFile } from '../playbook/playbook.ts';

/** Largest file to read, in bytes: larger than any prompt that a model accepts. */
const MAX_FILE_SIZE = 5_000_000;

/** Folders that tools generate. All others are read, including hidden ones such as `.claude`. */
const unreadFolders = new Set(['.git', '.hg', '.svn', 'node_modules', '.venv', '.cache']);

/**
 * Reads every markdown file in a folder, which may be a whole repository, and in its subfolders. Symbolic links are
 * followed; a folder that several of them lead to is read once. A file that cannot be read is returned with the reason
 * instead of its bytes.
 * @param out the folder of the built site, which contains copies of the files, and is not read
 * @throws if the folder itself cannot be read
 */
export async function readAgentsFolder(folder: string, out = ''): Promise<AgentFile[]> {
  const root = resolve(folder);
  let paths;
  try {
    paths = await markdownFilesIn(root, out === '' ? out : resolve(out));
  } catch (error) {
    throw new Error(`The agents’ folder cannot be read (${reasonOf(error)}): ${folder}. Correct the setting “agents”.`);
  }
  return Promise.all(paths.sort().map((path) => readAgentFile(root, path)));
}

/** Returns the paths of the markdown files below a folder, relative to it, with forward slashes. */
async function markdownFilesIn(root: string, out: string): Promise<string[]> {
  const found: string[] = [];
  const read = new Set<string>();
  const links: string[] = [];

  const walk = async (folder: string): Promise<void> => {
    const real = await realpath(join(root, folder));
    if (read.has(real)) return;
    read.add(real);
    const entries = await readdir(real, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        const isRead = !unreadFolders.has(entry.name) && resolve(root, path) !== out;
        if (isRead) await walk(path).catch(() => undefined);
      } else if (entry.isSymbolicLink() && (await isFolder(join(root, path)))) {
        if (!unreadFolders.has(entry.name)) links.push(path);
      } else if (/\.md$/i.test(entry.name)) {
        found.push(path);
      }
    }
  };

  await walk('');
  // After the folders themselves, so that a file has the path of its folder and not that of a link to it.
  for (let link = links.shift(); link !== undefined; link = links.shift()) await walk(link).catch(() => undefined);
  return found;
}

/** Whether a link leads to a folder. A link to nothing is reported as a file that cannot be read. */
async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
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
