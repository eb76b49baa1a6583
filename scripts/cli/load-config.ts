import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createJiti } from 'jiti';
import { SettingsError, shownPath, type ConfigFile } from '../../src/settings/resolve-site.ts';

/** The names of the configuration file; the first that exists is read. */
const NAMES = ['playbook.config.ts', 'playbook.config.mjs', 'playbook.config.js'];

/** The package may be started with `npx`, without being installed where the file could import it. */
const alias = {
  'rust-agent-playbook': fileURLToPath(new URL('../../bin/define-config.mjs', import.meta.url)),
};

/**
 * Loads the configuration file of a folder.
 * @param named the file that the user has named; otherwise the folder need not have one
 * @throws SettingsError if the named file is missing, or if the file cannot be run
 */
export async function loadConfig(folder: string, named: string | undefined): Promise<ConfigFile | undefined> {
  const path =
    named === undefined
      ? NAMES.map((name) => join(folder, name)).find((candidate) => existsSync(candidate))
      : resolve(folder, named);
  if (path === undefined) return;
  const shown = shownPath(path, folder);
  if (!existsSync(path)) throw new SettingsError(`${shown}: there is no such file. Correct the path after --config.`);
  try {
    // Runs TypeScript whatever the nearest package.json says about modules, and without writing next to the file.
    const load = createJiti(import.meta.url, { alias, fsCache: false, moduleCache: false, tryNative: true });
    return { path, content: await load.import(path, { default: true }) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SettingsError(`${shown}: cannot be run: ${reason}`, { cause: error });
  }
}
