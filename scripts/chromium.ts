import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MINUTE = 60_000;
const TO_DO = `Do one of these, then try again:
  - npx playwright install --with-deps chromium
  - install Chromium or Google Chrome with your package manager (Debian: apt-get install chromium)
  - set CHROMIUM_PATH to the executable of a Chromium or Google Chrome`;

/** What `findChromium` looks at; each is the real thing unless given. */
export interface Surroundings {
  readonly env?: NodeJS.ProcessEnv;
  readonly platform?: NodeJS.Platform;
  /** Where Playwright would have its own Chromium, if it knows one for this system. */
  readonly playwrightPath?: string;
  /** Whether a browser is at a path. */
  readonly usable?: (path: string) => boolean;
}

/**
 * Finds a Chromium: the one that CHROMIUM_PATH names, Playwright's own, one on the PATH, or one in
 * the usual places of macOS and Windows. A file that does not start (system libraries are missing,
 * or it is Ubuntu's placeholder for a snap) is passed over.
 *
 * @returns the path of the executable, or undefined if there is none
 * @throws Error if CHROMIUM_PATH is set and no browser is there: what was asked for is not replaced in silence
 */
export function findChromium(surroundings: Surroundings = {}): string | undefined {
  const { env = process.env, platform = process.platform, usable = starts } = surroundings;
  const named = env.CHROMIUM_PATH;
  if (named) {
    if (usable(named)) return named;
    throw new Error(`CHROMIUM_PATH is "${named}", but no browser that starts is there: correct it or unset it.`);
  }
  const playwrightPath = surroundings.playwrightPath ?? playwrightChromium();
  return [...(playwrightPath ? [playwrightPath] : []), ...onPath(NAMES, env), ...usualPlaces(platform, env)].find(
    usable,
  );
}

/**
 * The options for Playwright's `chromium.launch`. The executable is always named when there is one:
 * left to itself, Playwright starts a second build (chromium-headless-shell) that need not be there.
 *
 * @throws Error if CHROMIUM_PATH is wrong
 */
export function launchOptions(surroundings: Surroundings = {}): { executablePath?: string; args: string[] } {
  const executablePath = findChromium(surroundings);
  return {
    ...(executablePath ? { executablePath } : {}),
    args: [
      // Chromium's sandbox does not start for root, as whom containers usually run.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
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

function usualPlaces(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
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

/** Finds a Chromium or installs one, telling each step. */
function ensureChromium(): string {
  const playwright = (command: string, minutes: number): boolean =>
    run(
      process.execPath,
      [join(import.meta.dirname, '../node_modules/playwright/cli.js'), command, 'chromium'],
      minutes,
    );

  let found = findChromium();
  if (found) return found;
  console.log("There is no Chromium for the browser tests: downloading Playwright's (at most 5 minutes).");
  playwright('install', 5);
  found = findChromium();
  if (found) return found;

  const root = aptPrefix();
  if (root) {
    const downloaded = playwrightChromium();
    if (downloaded && existsSync(downloaded)) {
      console.log("Playwright's Chromium does not start: installing the system libraries that it needs.");
      playwright('install-deps', 10);
      found = findChromium();
      if (found) return found;
    }
    console.log("Installing the system's package: apt-get update && apt-get install -y chromium.");
    if (run(...root('update'), 10)) run(...root('install', '-y', 'chromium'), 10);
    found = findChromium();
    if (found) return found;
  }
  throw new Error(`No Chromium could be found or installed.\n${TO_DO}`);
}

/** How to call apt-get without a password, or undefined if there is no apt-get or no right to use it. */
function aptPrefix(): ((...args: string[]) => [command: string, args: string[]]) | undefined {
  if (!onPath(['apt-get'], process.env).some((path) => existsSync(path))) return undefined;
  if (process.getuid?.() === 0) return (...args) => ['apt-get', args];
  const mayUseSudo = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
  return mayUseSudo ? (...args) => ['sudo', ['-n', 'apt-get', ...args]] : undefined;
}

function run(command: string, args: string[], minutes: number): boolean {
  const env = {
    // Playwright tries five times: with its own half minute each, a network that swallows packets costs too long.
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: String(MINUTE / 4),
    ...process.env,
    // apt-get's packages must not stop to ask.
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
