import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The oldest major version of Node that the playbook is tested with. It runs TypeScript as it is. */
const MIN_NODE = 24;

/**
 * Returns the path of a Node that runs the playbook: the current one, or that of the package `node`.
 *
 * @param {{ version: string, execPath: string, packaged: string | undefined }} [system] replaced by tests
 * @returns {string}
 * @throws Error that says what to install, if there is none
 */
export function findNode(system = { ...currentNode(), packaged: packagedNode() }) {
  const { version, execPath, packaged } = system;
  if (Number.parseInt(version, 10) >= MIN_NODE) return execPath;
  if (packaged !== undefined) return packaged;
  throw new Error(
    `The playbook needs Node ${String(MIN_NODE)} or later, and this is Node ${version}: install a newer one from https://nodejs.org.`,
  );
}

function currentNode() {
  return { version: process.versions.node, execPath: process.execPath };
}

/**
 * Returns the Node of the package `node`. It is missing if npm was told not to run the scripts of packages.
 *
 * @returns {string | undefined}
 */
function packagedNode() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'));
    return ['node', 'node.exe'].map((name) => join(folder, 'bin', name)).find((path) => existsSync(path));
  } catch {
    return undefined;
  }
}
