import { extname } from 'node:path';

// Without a charset, browsers would read text in a legacy encoding; `send` adds none to some of these types.
export const TEXT_TYPES: Readonly<Record<string, string>> = {
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
  '.toml': 'application/toml',
  '.txt': 'text/plain',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
};

/** Files that hosts read instead of publishing them. */
export const HOST_FILES: readonly string[] = ['_headers', '_redirects'];

/**
 * Decodes the path of a request.
 *
 * @param rawPath the path as it was sent, without the query
 * @returns the decoded path, or undefined if it does not start with `/`, its percent-encoding is
 *   malformed, or a segment contains an encoded separator (`%2F`, a backslash) or a NUL
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
 * Whether a path may be served: not `..`, dotfiles (except `.well-known` and `.claude-plugin`), empty
 * segments (a redirect to `//host` would leave the site) or the files that tell a host what to do.
 *
 * @param inside a decoded path, relative to the site's base
 */
export function isPublic(inside: string): boolean {
  if (inside === '') return true;
  const segments = inside
    .replace(/\/$/, '')
    .replace(/^\.(?:well-known|claude-plugin)\//, '')
    .split('/');
  return (
    !HOST_FILES.includes(inside.toLowerCase()) &&
    segments.every((segment) => segment !== '' && !segment.startsWith('.'))
  );
}

/**
 * Returns the content type of a file, or undefined if that of `send` is right (pictures, fonts, WebAssembly).
 *
 * @param path the file's path or name
 */
export function contentType(path: string): string | undefined {
  const extension = extname(path).toLowerCase();
  const text = TEXT_TYPES[extension];
  if (text) return `${text}; charset=utf-8`;
  return extension === '' || /^\.(?:pagefind|pf_.*)$/.test(extension) ? 'application/octet-stream' : undefined;
}
