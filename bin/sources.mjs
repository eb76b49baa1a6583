import { createHash } from 'node:crypto';
import { cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as systemPath from 'node:path';

/** The files of the package that a build reads. */
const SOURCES = [
  'astro.config.mjs',
  'astro.env',
  'bin',
  'content',
  'examples',
  'package.json',
  'public',
  'scripts',
  'src',
];

/** Written last, so that a copy that was interrupted is made again. */
const STAMP = 'copied-from';

/**
 * Returns a folder with the playbook's sources that Node and Astro can work in. In a clone of the repository, that is the
 * repository itself.
 *
 * An installed package is copied into a cache folder: Node does not run TypeScript in `node_modules`, Vite treats the
 * files there as those of other people, and the folder may not be writable, but Astro writes types and caches into its
 * project. Every working folder has a copy of its own, because two builds in one project would disturb each other.
 *
 * @param {string} packageFolder
 * @param {string} workingFolder
 * @returns {string}
 */
export function prepareSources(packageFolder, workingFolder) {
  const from = systemPath.resolve(packageFolder);
  const packages = systemPath.dirname(from);
  if (systemPath.basename(packages) !== 'node_modules') return from;
  const to = copyFolder(workingFolder);
  const sources = systemPath.join(to, 'site');
  copy(from, sources);
  // Node looks for packages in the folders above a file. npm puts those of the playbook beside it, and below it where
  // other packages need another version.
  link(packages, systemPath.join(to, 'node_modules'));
  link(systemPath.join(from, 'node_modules'), systemPath.join(sources, 'node_modules'));
  return sources;
}

/**
 * Returns the folder for the copy, in the cache folder of the user. If that cannot be written, it is a new temporary
 * folder: not one with a known name, which another user of the machine could have prepared.
 *
 * @param {string} workingFolder
 */
function copyFolder(workingFolder) {
  const id = createHash('sha256').update(systemPath.resolve(workingFolder)).digest('hex').slice(0, 12);
  const folder = systemPath.join(cacheFolder({ env: process.env, platform: process.platform, home: os.homedir() }), id);
  try {
    mkdirSync(folder, { recursive: true });
    return folder;
  } catch {
    return mkdtempSync(systemPath.join(os.tmpdir(), 'agent-playbook-'));
  }
}

/**
 * Returns the folder for caches of the playbook, where the system expects them.
 *
 * @param {{ env: Readonly<Record<string, string | undefined>>, platform: string, home: string }} system
 * @returns {string}
 */
export function cacheFolder({ env, platform, home }) {
  const { join } = platform === 'win32' ? systemPath.win32 : systemPath.posix;
  const caches =
    platform === 'win32'
      ? env.LOCALAPPDATA || join(home, 'AppData', 'Local')
      : platform === 'darwin'
        ? join(home, 'Library', 'Caches')
        : env.XDG_CACHE_HOME || join(home, '.cache');
  return join(caches, 'agent-playbook');
}

/**
 * Copies the sources, unless they are there already. Other files in the folder, such as caches, stay.
 *
 * @param {string} from
 * @param {string} to
 */
function copy(from, to) {
  const stamp = systemPath.join(to, STAMP);
  const digest = digestOfSources(from);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  mkdirSync(to, { recursive: true });
  for (const name of [STAMP, ...SOURCES]) rmSync(systemPath.join(to, name), { recursive: true, force: true });
  for (const name of SOURCES.filter((one) => existsSync(systemPath.join(from, one)))) {
    cpSync(systemPath.join(from, name), systemPath.join(to, name), { recursive: true });
  }
  writeFileSync(stamp, digest);
}

/**
 * Returns a digest of the paths and contents of the sources.
 *
 * @param {string} folder the folder of the package
 * @returns {string}
 */
export function digestOfSources(folder) {
  const digest = createHash('sha256');
  for (const name of SOURCES) {
    const path = systemPath.join(folder, name);
    for (const file of existsSync(path) ? filesIn(path) : []) {
      digest
        .update(`${systemPath.relative(folder, file)}\0`)
        .update(readFileSync(file))
        .update('\0');
    }
  }
  return digest.digest('hex');
}

/**
 * Returns a file, or the files below a folder, in a stable order.
 *
 * @param {string} path
 * @returns {string[]}
 */
function filesIn(path) {
  if (!lstatSync(path).isDirectory()) return [path];
  const names = readdirSync(path).sort();
  return names.flatMap((name) => filesIn(systemPath.join(path, name)));
}

/**
 * Links a folder of packages, or removes the link if there is no such folder.
 *
 * @param {string} target
 * @param {string} path
 */
function link(target, path) {
  const isThere = existsSync(target);
  try {
    if (isThere && systemPath.resolve(readlinkSync(path)) === target) return;
  } catch {
    // There is no link yet.
  }
  rmSync(path, { force: true, recursive: true });
  // A junction, because Windows lets only administrators make other links.
  if (isThere) symlinkSync(target, path, 'junction');
}
