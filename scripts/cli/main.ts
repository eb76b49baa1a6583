import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { resolveSite, SettingsError, shownPath, type Site } from '../../src/settings/resolve-site.ts';
import { isPort, readCommandLine, type Asked } from './command-line.ts';
import { helpOf } from './help.ts';
import { loadConfig } from './load-config.ts';

/** The folder of the playbook's own files. */
const root = join(import.meta.dirname, '../..');

/** The folder that packages are installed in. */
const packages = dirname(dirname(realpathSync(createRequire(import.meta.url).resolve('astro/package.json'))));

const WRONG_USAGE = 2;

/** Runs the command `playbook` and sets the exit code of the process. */
export async function run(args: readonly string[]): Promise<void> {
  const asked = readCommandLine(args);
  if ('help' in asked) process.stdout.write(helpOf(asked.help));
  else if ('version' in asked) process.stdout.write(`${version()}\n`);
  else if ('wrong' in asked) fail(`${asked.wrong}\n“playbook --help” explains the options.`, WRONG_USAGE);
  else {
    try {
      await runCommand(asked);
    } catch (error) {
      fail(error instanceof Error ? error.message : String(error), error instanceof SettingsError ? WRONG_USAGE : 1);
    }
  }
}

async function runCommand(asked: Asked): Promise<void> {
  const folder = process.cwd();
  const { command, settings: options, config } = asked;
  const file = await loadConfig(folder, config);
  const site = resolveSite({ options, env: process.env, folder, ...(file && { file }) });
  const port = asked.port ?? readPort(process.env.PORT);
  // Modules that import `src/site.ts`, here and in Astro, receive this configuration.
  process.env.PLAYBOOK_SITE = JSON.stringify(site);
  if (command === 'serve') {
    const { serve } = await import('./serve.ts');
    await serve(site, port);
    return;
  }
  if (command === 'nginx') {
    const { nginxConfig } = await import('./nginx-config.ts');
    process.stdout.write(nginxConfig({ directory: site.out, base: site.base, url: site.url, port: asked.port ?? 80 }));
    return;
  }
  if (!existsSync(site.agents) || !statSync(site.agents).isDirectory()) {
    const path = shownPath(site.agents, folder);
    const reason = existsSync(site.agents) ? `${path} is a file.` : `There is no folder ${path}.`;
    throw new SettingsError(`${reason} Name the folder of agents: playbook ${command} DIR.`);
  }
  if (command === 'check') {
    const { check } = await import('./check.ts');
    process.exitCode = await check(site, asked);
  } else {
    if (command === 'build' && (await isUpToDate(site, asked.isForced))) return;
    await runAstro(command, site, port);
  }
}

/**
 * Whether a build would write what is there already. If not, the build is recorded when it has succeeded.
 * @param isForced whether the user wants it anyway
 */
async function isUpToDate(site: Site, isForced: boolean): Promise<boolean> {
  const { lastBuild } = await import('./last-build.ts');
  const caches = process.env.PLAYBOOK_CACHE ?? '.cache';
  const last = await lastBuild(site, { sources: root, packages, records: resolve(root, caches, 'builds') });
  if (last.isCurrent && !isForced) {
    const out = shownPath(site.out, process.cwd());
    console.log(`The site in ${out} is up to date. “playbook build --force” builds it again.`);
    return true;
  }
  // Astro sets the exit code, or throws, some time after its module is loaded.
  process.once('exit', (code) => {
    if (code === 0) last.record();
  });
  return false;
}

/** Builds or serves the site with Astro, in this process. Astro sets the exit code. */
async function runAstro(command: 'build' | 'dev', site: Site, port: number | undefined): Promise<void> {
  for (const note of site.accent?.notes ?? []) console.warn(note);
  // Astro looks for the project, and writes its types, where it runs.
  process.chdir(root);
  process.loadEnvFile(join(root, 'astro.env'));
  const astro = join(packages, 'astro/bin/astro.mjs');
  const portOption = command === 'dev' && port !== undefined ? ['--port', String(port)] : [];
  process.argv.splice(1, Infinity, astro, command, ...portOption);
  await import(pathToFileURL(astro).href);
}

function readPort(text: string | undefined): number | undefined {
  if (!text) return undefined;
  if (!isPort(text)) throw new SettingsError(`PORT: is not a port number: ${text}`);
  return Number(text);
}

function version(): string {
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
}

function fail(message: string, exitCode: number): void {
  console.error(message);
  process.exitCode = exitCode;
}
