import { oneLine } from '../one-line.ts';
import { plainName } from '../file-names.ts';
import type { ArchiveFile } from './zip.ts';

/*
 * Claude Code's formats, from its documentation of August 2026:
 * https://code.claude.com/docs/en/plugin-marketplaces and https://code.claude.com/docs/en/plugins-reference
 */

/** The publisher of the plugins: the site. */
export interface Publisher {
  /** Name of the marketplace. */
  name: string;
  title: string;
  description: string;
  /** Address of the home page. */
  url: string;
}

/** A plugin: some agents, and what readers see of it. */
export interface Plugin {
  /** Letters, digits and hyphens; unique in the marketplace. */
  name: string;
  title: string;
  description: string;
  homepage: string;
  files: readonly ArchiveFile[];
}

/** A plugin's archive, as the marketplace lists it. */
export interface PublishedPlugin extends Omit<Plugin, 'files'> {
  /** Address of its zip file. */
  archive: string;
  /** Checksum of that file, in hexadecimal digits. */
  sha256: string;
}

/** Names that only Anthropic may use. */
const reservedName =
  /^(?:agent-skills|knowledge-work-plugins|life-sciences|financial-services-plugins|first-party-plugins|healthcare|org|org-provisioned|unknown)$|claude|anthropic/;

const MAX_DESCRIPTION = 500;

/** Returns the name of a site's marketplace. */
export function marketplaceName(siteTitle: string): string {
  const name = plainName(siteTitle, 'agent-playbook');
  return reservedName.test(name) ? 'agent-playbook' : name;
}

/** Returns the files of a plugin's archive. Without a version, Claude Code takes the checksum of the archive as one. */
export function pluginFiles(plugin: Plugin, publisher: Publisher): ArchiveFile[] {
  const manifest = {
    name: plugin.name,
    displayName: plugin.title,
    description: oneLine(plugin.description, MAX_DESCRIPTION),
    author: { name: publisher.title, url: publisher.url },
    homepage: plugin.homepage,
  };
  return [{ path: '.claude-plugin/plugin.json', content: json(manifest) }, ...plugin.files];
}

/** Returns the `marketplace.json` of a site. */
export function marketplace(plugins: readonly PublishedPlugin[], publisher: Publisher): string {
  return json({
    name: publisher.name,
    description: oneLine(publisher.description, MAX_DESCRIPTION),
    owner: { name: publisher.title, url: publisher.url },
    plugins: plugins.map(({ name, title, description, homepage, archive, sha256 }) => ({
      name,
      displayName: title,
      description: oneLine(description, MAX_DESCRIPTION),
      homepage,
      source: { source: 'archive', url: archive, sha256 },
    })),
  });
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
