/*
 * Part of every page, so it is small.
 */

/**
 * Requests the manifest of the build that is on the server now.
 * @param base the site's base path
 * @throws Error if there is none
 */
export async function requestManifest(base: string): Promise<Response> {
  // Its address is the same for every build, so caches have to revalidate it.
  const response = await fetch(`${base}pagefind/search.json`, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${String(response.status)} for search.json`);
  return response;
}
