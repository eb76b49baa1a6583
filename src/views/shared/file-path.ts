import { basename, relative, resolve } from 'node:path';
import { site } from '../../site.ts';

/**
 * Returns the path of an agent's file in the repository, or inside the folder of agents if that is elsewhere, with the
 * folder's name: readers must not see folders of the machine that builds the site.
 */
export function displayPath(path: string): string {
  const fromRoot = relative(process.cwd(), resolve(site.agents)).replaceAll('\\', '/');
  const folder = fromRoot === '' || fromRoot.startsWith('..') ? basename(resolve(site.agents)) : fromRoot;
  return `${folder}/${path}`;
}

/** Returns the address of a file in the repository; `undefined` if the site has no repository. */
export function repositoryUrl(path: string): string | undefined {
  return site.repository === '' ? undefined : site.repository + path.split('/').map(encodeURIComponent).join('/');
}
