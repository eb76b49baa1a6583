import { globSync } from 'node:fs';
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { writeCrowd } from './crowd.ts';

/** A site that is built for the tests. */
interface SiteDefinition {
  /** The path that it is published under. */
  base: string;
  /** The folder of its agents, relative to the project; absent if `prepare` fills one. */
  agents?: string;
  /** Its file of topics, relative to the project; absent for the one that the repository comes with. */
  topics?: string;
  /** Fills a folder that is there and empty. */
  prepare?: (folder: string) => Promise<void>;
}

/** Names that mean something elsewhere: to the router, to JavaScript, to a URL. */
const LOADED_NAMES = ['index', '404', 'constructor', 'a%2fb', 'what? #1 & more', '-'];

const definitions = {
  /** The agents that the repository comes with. */
  default: { base: '/', agents: 'content/agents' },
  /** The same, built a second time: two builds of the same input are to be the same. */
  again: { base: '/', agents: 'content/agents' },
  /** The same, published below a path. */
  based: { base: '/some/base/', agents: 'content/agents' },
  /** Files that are wrong in every way we know of. */
  awkward: { base: '/', prepare: prepareAwkward },
  /** With topics of another field, and mistakes in their file. */
  single: { base: '/', agents: 'tests/fixtures/one-agent', topics: 'tests/fixtures/topics/harbour.yaml' },
  /** Without topics either: their file is not there. */
  empty: { base: '/', prepare: () => Promise.resolve(), topics: 'tests/fixtures/topics/nowhere.yaml' },
  crowd: { base: '/', prepare: writeCrowd },
} as const satisfies Record<string, SiteDefinition>;

export type SiteName = keyof typeof definitions;

export const siteNames = Object.keys(definitions) as SiteName[];

/** The address that the built pages name as theirs, in `<link rel="canonical">`. */
export const PUBLIC_URL = 'https://playbook.example';

export const projectRoot = resolve(import.meta.dirname, '../..');

/** Everything that is built for the tests, and nothing else. */
export const sitesFolder = join(projectRoot, '.cache/e2e');

/** A site and its places on the disk, all absolute. */
export interface Site extends SiteDefinition {
  name: SiteName;
  folder: string;
  agentsFolder: string;
  /** The built pages. */
  built: string;
  cache: string;
}

export function siteOf(name: SiteName): Site {
  const definition: SiteDefinition = definitions[name];
  const folder = join(sitesFolder, name);
  return {
    ...definition,
    name,
    folder,
    agentsFolder: definition.agents === undefined ? join(folder, 'agents') : join(projectRoot, definition.agents),
    built: join(folder, 'site'),
    cache: join(folder, 'cache'),
  };
}

/** A page of a built site. */
export interface BuiltPage {
  /** Its file, relative to the built site, with forward slashes. */
  file: string;
  /** Its address, relative to the base path: `agents/rust-pro/`, and `` for the home page. */
  route: string;
}

/** Every page that the build made, found by looking: a new kind of page is tested without being named. */
export function pagesOf(name: SiteName): BuiltPage[] {
  return filesOf(name)
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ file, route: file.replace(/(^|\/)index\.html$/, '$1') }));
}

/** Every file of a built site, relative to it, with forward slashes, in a stable order. */
export function filesOf(name: SiteName): string[] {
  const { built } = siteOf(name);
  return globSync('**/*', { cwd: built, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(built, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** The awkward fixtures, and what a repository cannot hold on every system. */
async function prepareAwkward(folder: string): Promise<void> {
  await cp(join(projectRoot, 'tests/fixtures/agents'), folder, { recursive: true });
  await mkdir(join(folder, 'folder.md'));
  // Whoever runs the tests as root may read everything, but nobody can read what is not there.
  await symlink('nowhere.md', join(folder, 'dangling.md'));
  const loaded = LOADED_NAMES.map((name, index) =>
    writeFile(
      join(folder, `loaded-${String(index)}.md`),
      `---\nname: ${JSON.stringify(name)}\ndescription: Its name is ${String(index)}.\n---\n\n# Loaded\n\nA loaded name.\n`,
    ),
  );
  await Promise.all(loaded);
}
