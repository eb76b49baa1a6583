import { extname } from 'node:path';

// sirv names the charset of HTML only; without it, browsers read the other text types in a legacy encoding.
const TEXT_TYPES: Readonly<Record<string, string>> = {
  '.atom': 'application/atom+xml',
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.htm': 'text/html',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
  '.md': 'text/markdown',
  '.mjs': 'text/javascript',
  '.rss': 'application/rss+xml',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
};

/**
 * Decodes the path of a request.
 *
 * @param rawPath the path as it was sent, without the query
 * @returns the decoded path, or undefined if it does not start with `/`, its percent-encoding is
 *   malformed, or a segment hides a separator (`%2F`, a backslash) or a NUL
 */
export function decodePath(rawPath: string): string | undefined {
  if (!rawPath.startsWith('/')) return undefined;
  try {
    const segments = rawPath.split('/').map(decodeURIComponent);
    return segments.some((segment) => /[/\\\0]/.test(segment)) ? undefined : segments.join('/');
  } catch {
    return undefined;
  }
}

/**
 * Whether a path may be served at all: not `..`, dotfiles (but `.well-known`), empty segments
 * (`//host` would make a redirect leave the site) or `_headers`.
 *
 * @param inside a decoded path, relative to the site's base
 */
export function isPublic(inside: string): boolean {
  if (inside === '') return true;
  const segments = inside
    .replace(/\/$/, '')
    .replace(/^\.well-known\//, '')
    .split('/');
  return inside.toLowerCase() !== '_headers' && segments.every((segment) => segment !== '' && !segment.startsWith('.'));
}

/**
 * The content type of a file where sirv's own does not do.
 *
 * @param path the file's path or name
 * @returns the type, or undefined where sirv knows it (pictures, fonts, WebAssembly)
 */
export function contentType(path: string): string | undefined {
  const extension = extname(path).toLowerCase();
  const text = TEXT_TYPES[extension];
  if (text) return `${text}; charset=utf-8`;
  return extension === '' || /^\.(?:pagefind|pf_.*)$/.test(extension) ? 'application/octet-stream' : undefined;
}
