import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

/** The headless shell is first: without the interface of a browser, the tests take a third less time. */
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MINUTE = 60_000;
const ADVICE = `Do one of these, then try again:
  - npx playwright install --with-deps chromium
  - install Chromium or Google Chrome with your package manager (Debian: apt-get install chromium)
  - set CHROMIUM_PATH to the executable of a Chromium or Google Chrome`;

/** The system that `findChromium` searches; tests replace parts of it. */
export interface SearchedSystem {
  readonly env?: NodeJS.ProcessEnv;
  readonly platform?: NodeJS.Platform;
  /** The path of Playwright's own Chromium, if Playwright supports this system. */
  readonly playwrightPath?: string;
  /** Whether a path is a browser that starts. */
  readonly isBrowser?: (path: string) => boolean;
}

/**
 * Finds a Chromium: the one that CHROMIUM_PATH names, Playwright's own, one on the PATH, or one in
 * the usual folders of macOS and Windows. A file that does not start (system libraries are missing,
 * or it is Ubuntu's placeholder for a snap) is ignored.
 *
 * @returns the path of the executable, or undefined if there is none
 * @throws Error if CHROMIUM_PATH is set and is not a browser that starts: another browser would be a surprise
 */
export function findChromium(system: SearchedSystem = {}): string | undefined {
  const { env = process.env, platform = process.platform, isBrowser = starts } = system;
  const named = env.CHROMIUM_PATH;
  if (named) {
    if (isBrowser(named)) return named;
    throw new Error(`CHROMIUM_PATH is "${named}", which is not a browser that starts: correct it or unset it.`);
  }
  const playwrightPath = system.playwrightPath ?? playwrightChromium();
  return [...(playwrightPath ? [playwrightPath] : []), ...onPath(NAMES, env), ...usualPaths(platform, env)].find(
    isBrowser,
  );
}

/**
 * Returns the options for Playwright's `chromium.launch`. They name the executable if one is found: without it,
 * Playwright starts a second build (chromium-headless-shell) that may not be installed.
 *
 * @throws Error if CHROMIUM_PATH is wrong
 */
export function launchOptions(system: SearchedSystem = {}): { executablePath?: string; args: string[] } {
  const executablePath = findChromium(system);
  return {
    ...(executablePath ? { executablePath } : {}),
    args: [
      // Chromium's sandbox does not start for root, the usual user in a container.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-gpu',
    ],
  };
}

function starts(path: string): boolean {
  if (!existsSync(path)) return false;
  // On Windows `--version` opens a window instead of printing.
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: MINUTE / 2 }).status === 0;
}

function playwrightChromium(): string | undefined {
  try {
    return chromium.executablePath() || undefined;
  } catch {
    return undefined; // Playwright has no Chromium for this system.
  }
}

function onPath(names: readonly string[], env: NodeJS.ProcessEnv): string[] {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function usualPaths(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  if (platform === 'darwin') {
    return ['Chromium', 'Google Chrome'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (platform === 'win32') {
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => ['Chromium', 'Google/Chrome'].map((name) => join(folder, name, 'Application/chrome.exe')));
  }
  return [];
}

/** Finds a Chromium or installs one, and prints each step. */
function ensureChromium(): string {
  const playwright = (command: string, minutes: number): boolean =>
    run(
      process.execPath,
      [join(import.meta.dirname, '../node_modules/playwright/cli.js'), command, 'chromium'],
      minutes,
    );

  let found = findChromium();
  if (found) return found;
  console.log("No Chromium found for the browser tests. Downloading Playwright's (up to 5 minutes).");
  playwright('install', 5);
  found = findChromium();
  if (found) return found;

  const root = aptPrefix();
  if (root) {
    const downloaded = playwrightChromium();
    if (downloaded && existsSync(downloaded)) {
      console.log("Playwright's Chromium does not start. Installing the system libraries that it needs.");
      playwright('install-deps', 10);
      found = findChromium();
      if (found) return found;
    }
    console.log("Installing the system's Chromium with apt-get.");
    run(...root('update'), 10);
    // Debian has the headless shell as a package of its own, other systems have not.
    if (!run(...root('install', '-y', 'chromium-headless-shell'), 10)) run(...root('install', '-y', 'chromium'), 10);
    found = findChromium();
    if (found) return found;
  }
  throw new Error(`No Chromium could be found or installed.\n${ADVICE}`);
}

/** Returns a function that builds an apt-get command, or undefined if apt-get is missing or needs a password. */
function aptPrefix(): ((...args: string[]) => [command: string, args: string[]]) | undefined {
  if (!onPath(['apt-get'], process.env).some((path) => existsSync(path))) return undefined;
  if (process.getuid?.() === 0) return (...args) => ['apt-get', args];
  const mayUseSudo = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
  return mayUseSudo ? (...args) => ['sudo', ['-n', 'apt-get', ...args]] : undefined;
}

function run(command: string, args: string[], minutes: number): boolean {
  const env = {
    // Playwright tries five times and waits half a minute each time: too long where packets are dropped.
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: String(MINUTE / 4),
    ...process.env,
    // Packages must not ask questions during their installation.
    DEBIAN_FRONTEND: 'noninteractive',
  };
  return spawnSync(command, args, { stdio: 'inherit', timeout: minutes * MINUTE, env }).status === 0;
}

if (import.meta.main) {
  try {
    console.log(`Chromium: ${ensureChromium()}`);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
