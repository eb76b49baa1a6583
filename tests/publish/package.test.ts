/*
 * `npm run test:package`: the packed package is installed in an empty folder outside the repository, and makes a site of
 * another team's agents there. Installing needs the registry, and takes a minute or two.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Readable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { BASE, bakery, environment, projectRoot, run } from './bakery.ts';

describe('the packed package, installed in a folder of its own', () => {
  let folder: string;
  let agents: string;
  let installed: string;
  let env: NodeJS.ProcessEnv;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'playbook-package-'));
    agents = join(folder, 'team/agents');
    installed = join(folder, 'tool/node_modules/rust-agent-playbook');
    // As a user has it: without the programs of this repository, and with caches of its own.
    const path = (process.env.PATH ?? '').split(delimiter).filter((one) => !one.startsWith(projectRoot));
    env = { ...environment(), PATH: path.join(delimiter), XDG_CACHE_HOME: join(folder, 'caches') };

    await cp(bakery, join(folder, 'team'), { recursive: true });
    await mkdir(join(folder, 'tool'));
    const printed = await run('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: projectRoot });
    const tarball = printed.trim().split('\n').at(-1) ?? '';
    await run('npm', ['install', '--no-audit', '--no-fund', join(folder, tarball)], { cwd: join(folder, 'tool'), env });
    await chmod(agents, 0o555);
  });

  afterAll(async () => {
    await chmod(agents, 0o755);
    await rm(folder, { recursive: true, force: true });
  });

  const command = () => join(folder, 'tool/node_modules/.bin/playbook');
  const playbook = (...args: string[]) => run(command(), args, { cwd: join(folder, 'team'), env });

  it('explains its commands and options', async () => {
    assert.match(await playbook('--help'), /^Usage: playbook COMMAND/);
    assert.match(await playbook('build', '--help'), /--base PATH/);
    const { version } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8')) as { version: string };
    assert.equal((await playbook('--version')).trim(), version);
  });

  it('refuses wrong options, settings and folders, with the exit code 2', async () => {
    const failure = async (...args: string[]) => {
      const error: unknown = await playbook(...args).catch((reason: unknown) => reason);
      assert.ok(error instanceof Error, `playbook ${args.join(' ')} did not fail`);
      assert.equal((error.cause as { code: number }).code, 2);
      return error.message;
    };
    assert.match(await failure('build', '--agnts', 'x'), /has no option --agnts\. Did you mean --agents\?/);
    assert.match(await failure('build', '--budget', 'x'), /--budget: is “x”: write a whole number/);
    assert.match(await failure('build', '--config', 'x.ts'), /x\.ts: there is no such file/);
    assert.match(await failure('check', 'nowhere'), /There is no folder nowhere\./);
  });

  it('checks the agents of the folder that it runs in', async () => {
    const report = JSON.parse(await playbook('check', '--format', 'json')) as { counts?: unknown };
    assert.match(JSON.stringify(report), /agents/);
    assert.match(await playbook('check'), /^(?:.*\n)*0 errors, .* in 3 agents\.\n$/);
  });

  it('builds the site, and writes neither into the package nor next to the agents', async () => {
    const before = [await contentsOf(installed), await contentsOf(join(folder, 'team'))];
    assert.match(await playbook('build'), /\d+ pages in/);
    const after = [await contentsOf(installed), await contentsOf(join(folder, 'team'))];
    assert.deepEqual(after[0], before[0]);
    assert.deepEqual(
      after[1]?.filter((line) => !line.startsWith('dist')),
      before[1],
    );
    for (const page of ['index.html', 'agents/dough-planner/index.html', 'handoffs/index.html', 'guide/index.html']) {
      assert.ok(existsSync(join(folder, 'team/dist', page)), page);
    }
    const home = await readFile(join(folder, 'team/dist/index.html'), 'utf8');
    assert.match(home, /<title>Bakery Playbook<\/title>/);
    assert.match(home, /href="https:\/\/bakery\.example\/bread\/"/);
    assert.match(home, /Opening hours/);
    assert.doesNotMatch(home, /Rust/);
  });

  it('builds another base path and folder when options ask for it', async () => {
    await playbook('build', '--base', '/other/', '--out', join(folder, 'web'));
    assert.match(await readFile(join(folder, 'web/index.html'), 'utf8'), /href="\/other\/agents\/dough-planner\/"/);
  });

  it('serves the site below its base path', async () => {
    const answers = await answersOf('serve', [BASE, `${BASE}agents/dough-planner/`, `${BASE}missing/`]);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 404],
    );
    assert.match(answers[1]?.text ?? '', /Plans tomorrow/);
  });

  it('serves the pages and their scripts while the author writes', async () => {
    const [page] = await answersOf('dev', [BASE]);
    assert.match(page?.text ?? '', /Bakery Playbook/);
    const scripts = [...(page?.text ?? '').matchAll(/<script type="module" src="([^"]+)"/g)].map(([, src = '']) => src);
    assert.ok(scripts.length > 0);
    for (const { status } of await answersOf('dev', scripts)) assert.equal(status, 200);
  });

  /** Starts a server, requests paths and stops it. */
  async function answersOf(
    name: 'dev' | 'serve',
    paths: readonly string[],
  ): Promise<{ status: number; text: string }[]> {
    const server = spawn(command(), [name], { cwd: join(folder, 'team'), env, stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(server, 'exit');
    try {
      const origin = await originOf(server.stdout);
      const answers = [];
      for (const path of paths) {
        const response = await fetch(origin + path.replaceAll('&amp;', '&'));
        answers.push({ status: response.status, text: await response.text() });
      }
      return answers;
    } finally {
      server.kill();
      await ended;
    }
  }
});

/** Returns the address that a server prints. Reads on until it ends, because a server cannot print what nobody reads. */
function originOf(output: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    output.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const origin = /http:\/\/localhost:\d+/.exec(stripVTControlCharacters(printed))?.[0];
      if (origin !== undefined) resolve(origin);
    });
    output.on('end', () => {
      reject(new Error(`The server ended: ${printed}`));
    });
  });
}

/** Returns a line for each file below a folder, with its size and the time of its last change. */
async function contentsOf(folder: string): Promise<string[]> {
  const paths = (await readdir(folder, { recursive: true })).sort();
  return Promise.all(
    paths.map(async (path) => {
      const { size, mtimeMs } = await stat(join(folder, path));
      return `${path} ${String(size)} ${String(mtimeMs)}`;
    }),
  );
}
