import { createHash } from 'node:crypto';
import {
  marketplaceName,
  pluginFiles,
  type Plugin,
  type PublishedPlugin,
  type Publisher,
} from '../../exports/archives/marketplace.ts';
import { pluginAgents, type LeftOut, type PluginAgent } from '../../exports/archives/plugin-agents.ts';
import { zip, type ArchiveFile } from '../../exports/archives/zip.ts';
import { plainName } from '../../exports/file-names.ts';
import { agentPath, href, installPath, pluginArchivePath } from '../../links.ts';
import type { Agent } from '../../playbook/agent.ts';
import { memoize } from '../../playbook/memoize.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import { unusedId } from '../../playbook/slug.ts';
import { site } from '../../site.ts';
import { counted } from '../../lib/counted.ts';
import { plainText } from '../shared/text.ts';

/** A plugin with its archive. */
export interface ArchivedPlugin extends PublishedPlugin {
  bytes: Uint8Array<ArrayBuffer>;
  /** Its agent; absent if it contains all of them. */
  agent?: Agent;
  /** How many agents it contains. */
  count: number;
}

/** The plugins that Claude Code can install from the site. */
export interface SitePlugins {
  publisher: Publisher;
  /** First the plugin of all agents, then one for each; none if no agent can be in a plugin. */
  plugins: ArchivedPlugin[];
  leftOut: LeftOut[];
}

/** Reads the file of an agent. */
export type ReadAgent = (agent: Agent) => Promise<Uint8Array<ArrayBuffer>>;

/** Returns the plugins of a playbook. Made once: the marketplace contains the checksum of every archive. */
export const sitePlugins = memoize(async ({ agents }: Playbook, read: ReadAgent): Promise<SitePlugins> => {
  const { included, leftOut } = pluginAgents(agents);
  const publisher: Publisher = {
    name: marketplaceName(site.title),
    title: site.title,
    description: site.description,
    url: absolute('/'),
  };
  const archived: (PluginAgent & { content: Uint8Array<ArrayBuffer> })[] = [];
  for (const one of included) archived.push({ ...one, content: await read(one.agent) });
  const all = {
    // The addresses of agents come first: a site may have the name of one of its agents.
    name: unusedId(publisher.name, new Set(agents.map(({ id }) => id))),
    title: site.title,
    description: `All ${counted(archived.length, 'agent')} of ${site.title}.`,
    homepage: absolute(installPath),
    files: archived.map(fileOf),
  };
  const single = archived
    .filter(({ agent }) => plainName(agent.id, '') === agent.id)
    .map((one) => archive(pluginOf(one), publisher, one.agent));
  return { publisher, plugins: archived.length === 0 ? [] : [archive(all, publisher), ...single], leftOut };
});

function pluginOf(one: PluginAgent & { content: Uint8Array }): Plugin {
  const { agent } = one;
  return {
    name: agent.id,
    title: agent.name,
    description: plainText(agent.summary) || `The agent ${agent.name}.`,
    homepage: absolute(agentPath(agent.id)),
    files: [fileOf(one)],
  };
}

function fileOf({ file, content }: { file: string; content: Uint8Array }): ArchiveFile {
  return { path: file, content };
}

function archive({ files, ...plugin }: Plugin, publisher: Publisher, agent?: Agent): ArchivedPlugin {
  const bytes = zip(pluginFiles({ ...plugin, files }, publisher));
  return {
    ...plugin,
    archive: absolute(pluginArchivePath(plugin.name)),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes,
    count: files.length,
    ...(agent && { agent }),
  };
}

function absolute(path: `/${string}`): string {
  return new URL(href(path), site.url).href;
}
