import { globSync } from 'node:fs';
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { writeManyAgents } from './many-agents.ts';

/** A site that is built for the tests. */
interface SiteDefinition {
  /** The path that it is published under. */
  base: string;
  /** The folder of its agents, relative to the project; absent if `prepare` fills one. */
  agents?: string;
  /** The file of topics, relative to the project. */
  topics: string;
  /** Writes the agents' files into an empty folder. */
  prepare?: (folder: string) => Promise<void>;
}

/** The topics that the tests rely on: a fixed copy, like `tests/fixtures/rust-team`. */
const RUST_TOPICS = 'tests/fixtures/topics/rust.yaml';

/** Agent names with a special meaning to the router, to JavaScript or in a URL. */
const SPECIAL_NAMES = ['index', '404', 'constructor', 'a%2fb', 'what? #1 & more', '-'];

const definitions = {
  /** Five agents of a Rust team, which most tests visit. */
  default: { base: '/', agents: 'tests/fixtures/rust-team', topics: RUST_TOPICS },
  /** Hundreds of small agents. Early in this list, because its build takes longest. */
  many: { base: '/', prepare: writeManyAgents, topics: RUST_TOPICS },
  /** The same input built again: both builds must be byte-identical. */
  again: { base: '/', agents: 'tests/fixtures/rust-team', topics: RUST_TOPICS },
  /** The agents and topics of this repository or of a fork, below a base path: for checks that fit any agent. */
  own: { base: '/some/base/', agents: 'content/agents', topics: 'content/topics.yaml' },
  /** Agent files with every mistake that we know of. */
  malformed: { base: '/', prepare: writeMalformedAgents, topics: RUST_TOPICS },
  /** One agent, and a file of topics that has mistakes. */
  single: { base: '/', agents: 'tests/fixtures/one-agent', topics: 'tests/fixtures/topics/harbour.yaml' },
  /** No agents, and a file of topics that does not exist. */
  empty: { base: '/', prepare: () => Promise.resolve(), topics: 'tests/fixtures/topics/nowhere.yaml' },
} as const satisfies Record<string, SiteDefinition>;

export type SiteName = keyof typeof definitions;

export const siteNames = Object.keys(definitions) as SiteName[];

/** The sites of this test run. `E2E_SITES=default,malformed` builds and tests only some, which saves time. */
export const builtSites = siteNames.filter((name) => (process.env.E2E_SITES ?? name).split(',').includes(name));

/** The public address in the built pages' `<link rel="canonical">`. */
export const PUBLIC_URL = 'https://playbook.example';

export const projectRoot = resolve(import.meta.dirname, '../..');

/** Holds the sites built for the tests, and nothing else. */
export const sitesFolder = join(projectRoot, '.cache/e2e');

/** A site and its absolute paths on the disk. */
export interface Site extends SiteDefinition {
  name: SiteName;
  folder: string;
  agentsFolder: string;
  /** The built pages. */
  built: string;
  cache: string;
}

/** Returns a test site by its name. It need not have been built. */
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
  /** The path of its file in the built site, with forward slashes. */
  file: string;
  /** Its address relative to the base path: `agents/rust-pro/`; empty for the home page. */
  route: string;
}

/** Lists the pages on the disk, so that a new kind of page is tested without being named. */
export function pagesOf(name: SiteName): BuiltPage[] {
  return filesOf(name)
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ file, route: file.replace(/(^|\/)index\.html$/, '$1') }));
}

/** Lists the files of a built site, relative to it, with forward slashes, in a stable order. */
export function filesOf(name: SiteName): string[] {
  const { built } = siteOf(name);
  return globSync('**/*', { cwd: built, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(built, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** Copies the malformed fixtures, and adds what cannot be checked in on every system. */
async function writeMalformedAgents(folder: string): Promise<void> {
  await cp(join(projectRoot, 'tests/fixtures/agents'), folder, { recursive: true });
  await mkdir(join(folder, 'folder.md'));
  // Root can read a file without permissions, but not even root can read the target of a dangling link.
  await symlink('nowhere.md', join(folder, 'dangling.md'));
  const files = SPECIAL_NAMES.map((name, index) =>
    writeFile(
      join(folder, `loaded-${String(index)}.md`),
      `---\nname: ${JSON.stringify(name)}\ndescription: Its name is ${String(index)}.\n---\n\n# Loaded\n\nA loaded name.\n`,
    ),
  );
  await Promise.all(files);
  await writeFile(
    join(folder, 'many-keys.md'),
    `---\nname: many-keys\ndescription: Has keys of its own.\ntags: [tide, wind, night]\n${OTHER_KEYS}---\n\nIt has keys.\n`,
  );
}

/** Nine keys that no tool knows. */
const OTHER_KEYS = Array.from({ length: 9 }, (_, index) => `own_key_${String(index)}: value ${String(index)}\n`).join(
  '',
);
