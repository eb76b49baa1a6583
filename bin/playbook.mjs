#!/usr/bin/env node
/*
 * The command `playbook`. JavaScript, because it also starts with a Node that cannot run TypeScript: it looks for one
 * that can, and for a copy of the sources that Node runs, and goes on in scripts/cli/main.ts.
 */
import { spawn } from 'node:child_process';
import module from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findNode } from './find-node.mjs';
import { prepareSources } from './sources.mjs';

try {
  const node = findNode();
  if (node === process.execPath) {
    const sources = prepareSources(fileURLToPath(new URL('..', import.meta.url)), process.cwd());
    // Compiling the modules of Astro and Vite, and removing types from our own, takes a second in each build.
    module.enableCompileCache(join(sources, '.cache/modules'));
    const { run } = await import(pathToFileURL(join(sources, 'scripts/cli/main.ts')).href);
    await run(process.argv.slice(2));
  } else {
    restart(node);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/**
 * Runs this command with another Node, and ends as it does.
 *
 * @param {string} node
 */
function restart(node) {
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' });
  // A terminal sends Ctrl-C to both processes; other senders only know this one.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', (error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143);
  });
}
