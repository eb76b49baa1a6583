import { agentPath, href, marketplacePath, pluginArchivePath } from '../../links.ts';
import type { Agent } from '../../playbook/agent.ts';
import { site } from '../../site.ts';
import type { ArchivedPlugin, SitePlugins } from './plugins.ts';

/** The version of Claude Code that first installed archives. */
export const CLAUDE_CODE_VERSION = '2.1.224';

export interface PluginView {
  name: string;
  /** The page of its agent; absent for the plugin of all agents. */
  href?: string;
  count: number;
  archive: string;
  /** "12 kB". */
  size: string;
  sha256: string;
  /** Installs it, on the command line. */
  command: string;
}

/** The page from which readers install agents. */
export interface InstallView {
  /** Adds the site to Claude Code, on the command line. */
  addCommand: string;
  marketplace: string;
  /** Whether the site has an address from which Claude Code installs archives. */
  isInstallable: boolean;
  /** The plugin of all agents; absent if there is none. */
  all?: PluginView;
  /** All plugins, that of all agents first. */
  plugins: PluginView[];
  /** The agents that no plugin contains, by reason; the reason with the most agents first. */
  leftOut: LeftOutView[];
}

export interface LeftOutView {
  reason: string;
  count: number;
  /** The first of the agents. */
  agents: { name: string; href: string }[];
  /** The names of the others. */
  others: string[];
}

/** Agents to link to for each reason: a page must stay small, whatever the folder contains. */
const MAX_LEFT_OUT_LINKS = 30;

/** Returns the view of the page from which readers install agents. */
export function installView({ publisher, plugins, leftOut }: SitePlugins): InstallView {
  const views = plugins.map((plugin) => pluginView(plugin, publisher.name));
  const [all] = views;
  return {
    addCommand: `claude plugin marketplace add ${new URL(href(marketplacePath), site.url).href}`,
    marketplace: href(marketplacePath),
    isInstallable: isInstallable(site.url),
    ...(all && { all }),
    plugins: views,
    leftOut: [...Map.groupBy(leftOut, ({ reason }) => reason)]
      .map(([reason, group]) =>
        leftOutView(
          reason,
          group.map(({ agent }) => agent),
        ),
      )
      .sort((a, b) => b.count - a.count),
  };
}

function leftOutView(reason: string, agents: readonly Agent[]): LeftOutView {
  return {
    reason,
    count: agents.length,
    agents: agents.slice(0, MAX_LEFT_OUT_LINKS).map(({ name, id }) => ({ name, href: href(agentPath(id)) })),
    others: agents.slice(MAX_LEFT_OUT_LINKS).map(({ name }) => name),
  };
}

/** Whether Claude Code downloads archives from an address: over HTTPS, and not from the reader's own computer. */
export function isInstallable(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' && !/^(?:localhost|127\.|\[::1\]$|0\.0\.0\.0$|169\.254\.)|\.localhost$/.test(hostname);
}

function pluginView({ name, agent, count, bytes, sha256 }: ArchivedPlugin, marketplace: string): PluginView {
  return {
    name,
    count,
    archive: href(pluginArchivePath(name)),
    size: `${String(Math.max(1, Math.round(bytes.length / 1000)))} kB`,
    sha256,
    command: `claude plugin install ${name}@${marketplace}`,
    ...(agent && { href: href(agentPath(agent.id)) }),
  };
}
