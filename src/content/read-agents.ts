import { createHash } from 'node:crypto';
import { createPlaybook, type AgentFile } from '../playbook/playbook.ts';
import { shownPath, type Site } from '../settings/resolve-site.ts';
import { readAgentsFolder } from './agents-folder.ts';
import { shareAgents, type ReadAgents } from './shared-playbook.ts';

/**
 * Reads and understands the agents of the site's folder, and shares them with the pages.
 * @throws if the folder cannot be read
 */
export async function readAgents(site: Pick<Site, 'agents' | 'folder' | 'out'>): Promise<ReadAgents> {
  const files = await readAgentsFolder(site.agents, site.out);
  const agents = {
    playbook: createPlaybook(files, shownPath(site.agents, site.folder)),
    digests: new Map(files.map((file) => [file.path, digestOf(file)])),
  };
  shareAgents(site.agents, agents);
  return agents;
}

function digestOf(file: AgentFile): string {
  const digest = createHash('sha256').update(`${file.path}\0`);
  digest.update('bytes' in file ? file.bytes : file.unreadable);
  return digest.digest('base64url');
}
