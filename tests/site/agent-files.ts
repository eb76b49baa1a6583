import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { siteOf, type SiteName } from './sites.ts';

/** An agent's file as the author wrote it. */
export interface AgentFile {
  /** The file's name without the ending; also the agent's id, unless two agents have the same name. */
  id: string;
  bytes: Buffer;
  text: string;
}

/** Returns the agent files of a site, sorted by id; without notes, which have no front matter, and dangling links. */
export function agentFilesOf(name: SiteName): AgentFile[] {
  const folder = siteOf(name).agentsFolder;
  return globSync('**/*.md', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'README.md' && entry.name !== 'no-front-matter.md')
    .map((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      return { id: basename(entry.name, '.md'), bytes, text: bytes.toString('utf8') };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** @throws Error if the site has no file with this id */
export function agentFile(name: SiteName, id: string): AgentFile {
  const found = agentFilesOf(name).find((file) => file.id === id);
  if (!found) throw new Error(`There is no agent ${id} in ${siteOf(name).agentsFolder}.`);
  return found;
}
