import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { digestOfSources } from '../../bin/sources.mjs';
import { readAgentsFolder } from '../../src/content/agents-folder.ts';
import { commitDates } from '../../src/content/commit-dates.ts';
import type { Site } from '../../src/settings/resolve-site.ts';

/** Files that npm, pnpm and Yarn write into a folder of packages, with the version of every package. */
const INSTALLED = ['.package-lock.json', '.modules.yaml', '.yarn-state.yml'];

/** A build that can be left out if neither its input nor its output has changed since. */
export interface LastBuild {
  /** Whether the output is that of the last build, which had the same input. */
  isCurrent: boolean;
  /** Records a successful build. Synchronous, because it runs while the process exits. */
  record: () => void;
}

/** Where a build finds its input. */
export interface BuildFolders {
  /** The playbook's own files. */
  sources: string;
  packages: string;
  /** The folder for records of builds. */
  records: string;
}

/**
 * Compares a build with the last one that wrote to the same folder. The output counts as unchanged if its files have the
 * same names, sizes and times.
 */
export async function lastBuild(site: Site, folders: BuildFolders): Promise<LastBuild> {
  const input = await digestOfInput(site, folders);
  const file = join(folders.records, `${digest(site.out)}.json`);
  const stateNow = () => JSON.stringify({ input, output: digestOfOutput(site.out) });
  return {
    isCurrent: input !== undefined && textOf(file) === stateNow(),
    record: () => {
      try {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, stateNow());
      } catch {
        // The site is built all the same; the next build is not left out.
      }
    },
  };
}

/** Returns a digest of everything that a site depends on; `undefined` if the versions of the packages are unknown. */
async function digestOfInput(site: Site, { sources, packages }: BuildFolders): Promise<string | undefined> {
  const installed = INSTALLED.map((name) => textOf(join(packages, name))).find((text) => text !== undefined);
  if (installed === undefined) return;
  const variables = Object.entries(process.env).filter(([name]) => /^(?:PLAYBOOK_|NODE_ENV$)/.test(name));
  const [files, dates] = await Promise.all([readAgentsFolder(site.agents, site.out), commitDates(site.agents)]);
  return digest(
    digestOfSources(sources),
    installed,
    process.version,
    process.platform,
    JSON.stringify([site, variables.sort(), [...dates].sort()]),
    site.topics === '' ? '' : (textOf(site.topics) ?? ''),
    ...files.flatMap((file) => [file.path, 'bytes' in file ? file.bytes : file.unreadable]),
  );
}

function digestOfOutput(folder: string): string {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
    const states = paths.sort().map((path) => {
      const { size, mtimeMs } = statSync(path);
      return `${relative(folder, path)} ${String(size)} ${String(mtimeMs)}`;
    });
    return digest(...states);
  } catch {
    // There is no output, or a file was deleted meanwhile.
    return '';
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Returns a digest of several parts, which differs if the same bytes are divided into other parts. */
function digest(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${String(part.length)}:`).update(part);
  return hash.digest('hex');
}
