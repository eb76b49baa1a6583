import { basename, isAbsolute, relative } from 'node:path';
import { site } from '../../site.ts';

/**
 * Returns the path of an agent's file in the repository, or inside the folder of agents if that is elsewhere, with the
 * folder's name: readers must not see folders of the machine that builds the site.
 */
export function displayPath(path: string): string {
  const folder = relative(site.folder, site.agents).replaceAll('\\', '/');
  if (folder === '') return path;
  const isOutside = folder.startsWith('..') || isAbsolute(folder);
  return `${isOutside ? basename(site.agents) : folder}/${path}`;
}

/** Returns the address of a file in the repository; `undefined` if the site has no repository. */
export function repositoryUrl(path: string): string | undefined {
  return site.repository === '' ? undefined : site.repository + path.split('/').map(encodeURIComponent).join('/');
}
