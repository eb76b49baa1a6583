import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { siteOf, type SiteName } from './sites.ts';

/** An agent's file as its author wrote it. */
export interface AgentFile {
  /** Its name without the ending: where names are in order, also the agent's id. */
  id: string;
  bytes: Buffer;
  text: string;
}

/** The files from which a site is made, in a stable order; without notes about the folder and what nobody can read. */
export function agentFilesOf(name: SiteName): AgentFile[] {
  const folder = siteOf(name).agentsFolder;
  return globSync('**/*.md', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'README.md')
    .map((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      return { id: basename(entry.name, '.md'), bytes, text: bytes.toString('utf8') };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

export function agentFile(name: SiteName, id: string): AgentFile {
  const found = agentFilesOf(name).find((file) => file.id === id);
  if (!found) throw new Error(`There is no agent ${id} in ${siteOf(name).agentsFolder}.`);
  return found;
}
