import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { headersFor, parseHeadersFile, toExpression, type HeaderRule } from '../headers-file.ts';
import { HOST_FILES, TEXT_TYPES } from '../server-paths.ts';

interface NginxOptions {
  /** The folder of the built site. */
  directory: string;
  /** The path of the site; starts and ends with a slash. */
  base: string;
  /** The address of the site, for the name of the server. */
  url: string;
  port: number;
}

/** Types of files that are compressed already, and are sent as they are. */
const OTHER_TYPES: Readonly<Record<string, string>> = {
  '.ico': 'image/x-icon',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.zip': 'application/zip',
};

/** nginx compresses pages in any case, and warns if their type is listed. */
const COMPRESSED_TYPES = [...new Set(Object.values(TEXT_TYPES))].filter((type) => type !== 'text/html').sort();

/** The compression middleware of `server.ts` sends shorter answers as they are, too. */
const MIN_COMPRESSED_BYTES = 1024;

/**
 * Returns a configuration for nginx that serves a built site as `server.ts` does: with the headers of its `_headers`
 * file, compression, content types with charset, its 404 page and its base path.
 * @throws Error if the site is not built, or if a header cannot be written in the language of nginx
 */
export function nginxConfig({ directory, base, url, port }: NginxOptions): string {
  const file = join(directory, '_headers');
  if (!existsSync(file))
    throw new Error(`There is no built site in ${directory}: build it first, with the same --out.`);
  const rules = parseHeadersFile(readFileSync(file, 'utf8'));
  const isForAll = ({ pattern }: HeaderRule) => pattern === `${base}*`;
  const root = directory.replaceAll('\\', '/');
  const special = rules.filter((rule) => !isForAll(rule)).map((rule) => location(rule, rules.filter(isForAll)));

  return `# Written by “playbook nginx”. Write it again after each build: the headers contain hashes of the pages' scripts.
server {
  listen ${String(port)};
  server_name ${new URL(url).hostname};
  server_tokens off;
  absolute_redirect off;
  charset utf-8;
  charset_types ${COMPRESSED_TYPES.join(' ')};
  default_type application/octet-stream;
  types {
${typeLines()}
  }

  gzip on;
  gzip_vary on;
  gzip_comp_level 6;
  gzip_min_length ${String(MIN_COMPRESSED_BYTES)};
  gzip_types ${COMPRESSED_TYPES.join(' ')};

  # A folder without a page is not found, too.
  error_page 403 404 =404 ${base}404.html;

  # Files for hosts, and hidden files.
  location ~ "^${escaped(base)}(?:(?:${HOST_FILES.join('|')})$|(?!\\.well-known/)(?:.*/)?\\.)" {
    return 404;
  }
${special.join('')}
  location ${base} {
    alias ${quoted(`${root}/`)};
    index index.html;
${headerLines(headersFor(rules, `${base}?`))}
  }
${
  base === '/'
    ? ''
    : `
  location = / {
    return 302 ${base}$is_args$args;
  }
  location = ${base.slice(0, -1)} {
    return 302 ${base}$is_args$args;
  }
  location / {
    return 404;
  }
`
}}
`;

  /** Returns the block of the paths of one rule. Those of the rule for all paths apply too; other rules must not. */
  function location(rule: HeaderRule, forAll: readonly HeaderRule[]): string {
    const inside = toExpression(rule.pattern.slice(base.length - 1)).source.slice(1, -1);
    const headers = headersFor([...forAll, rule], rule.pattern);
    return `
  location ~ "^${escaped(base.slice(0, -1))}(${inside})$" {
    alias ${quoted(`${root}$1`, '$1')};
${headerLines(headers)}
  }
`;
  }
}

function typeLines(): string {
  const extensions = Map.groupBy(Object.entries({ ...TEXT_TYPES, ...OTHER_TYPES }), ([, type]) => type);
  return [...extensions]
    .map(([type, entries]) => `    ${type} ${entries.map(([extension]) => extension.slice(1)).join(' ')};`)
    .join('\n');
}

function headerLines(headers: readonly (readonly [name: string, value: string])[]): string {
  const all = headers.some(([name]) => name.toLowerCase() === 'cache-control')
    ? headers
    : [...headers, ['Cache-Control', 'no-cache'] as const];
  return all.map(([name, value]) => `    add_header ${name} ${quoted(value)} always;`).join('\n');
}

/** Escapes a path for a regular expression of nginx. */
function escaped(path: string): string {
  return path.replace(/[\\^$.+?()[\]{}|*"]/g, String.raw`\$&`);
}

/**
 * Returns a value in quotes.
 * @param variables the end of the value that nginx fills in
 * @throws Error if the value contains the sign of variables, which cannot be escaped
 */
function quoted(value: string, variables = ''): string {
  const text = value.slice(0, value.length - variables.length);
  if (/[$\n\r]/.test(text)) throw new Error(`nginx cannot be given a value with “$” or a line break: ${text}`);
  return `"${text.replace(/["\\]/g, String.raw`\$&`)}${variables}"`;
}
