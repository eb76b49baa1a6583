import { validateHeaderName, validateHeaderValue } from 'node:http';

/** One block of a `_headers` file: a path pattern and the headers of its responses. */
export interface HeaderRule {
  /** An absolute URL path; `*` stands for any characters, `:name` for one path segment. */
  readonly pattern: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/**
 * Parses a `_headers` file: the part of the format that Netlify and Cloudflare Pages share.
 *
 * Rules: https://docs.netlify.com/manage/routing/headers/ and
 * https://developers.cloudflare.com/pages/configuration/headers/. Syntax
 * of only one of them (Cloudflare's `! Name` and patterns with a host) is an error: a site with it is not portable.
 *
 * @returns the rules in the order of the file
 * @throws Error naming the line that is not a path pattern, an indented `Name: value` or a `#` comment
 */
export function parseHeadersFile(text: string): HeaderRule[] {
  const rules: { pattern: string; headers: [string, string][] }[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const content = line.trim();
    if (content === '' || content.startsWith('#')) continue;
    try {
      if (/^\s/.test(line)) {
        const rule = rules.at(-1);
        if (!rule) throw new Error('a header needs a path pattern above it');
        rule.headers.push(parseHeader(content));
      } else {
        if (!content.startsWith('/')) throw new Error('a path pattern starts with "/" (and a header is indented)');
        rules.push({ pattern: content, headers: [] });
      }
    } catch (error) {
      throw new Error(`_headers, line ${String(index + 1)}: ${(error as Error).message}: ${content}`, { cause: error });
    }
  }
  return rules;
}

function parseHeader(content: string): [string, string] {
  const colon = content.indexOf(':');
  if (colon < 1) throw new Error('expected "Name: value"');
  const name = content.slice(0, colon).trim();
  const value = content.slice(colon + 1).trim();
  if (value === '') throw new Error('the header has no value');
  // Checked here, so that a bad header is an error when the server starts and not at its first request.
  validateHeaderName(name);
  validateHeaderValue(name, value);
  return [name, value];
}

/**
 * Returns the response headers of a path: those of every rule that matches. If several rules set a header, its
 * values are joined by commas, as on both hosts.
 *
 * @param rules the rules of `parseHeadersFile`
 * @param path the decoded URL path of the request, without the query
 * @returns name and value of each header, in the order of the rules
 */
export function headersFor(rules: readonly HeaderRule[], path: string): [name: string, value: string][] {
  const found = new Map<string, [name: string, value: string]>();
  for (const rule of rules) {
    if (!toExpression(rule.pattern).test(path)) continue;
    for (const [name, value] of rule.headers) {
      const earlier = found.get(name.toLowerCase());
      found.set(name.toLowerCase(), earlier ? [earlier[0], `${earlier[1]}, ${value}`] : [name, value]);
    }
  }
  return [...found.values()];
}

/** Returns the expression of the paths that a pattern stands for. */
export function toExpression(pattern: string): RegExp {
  const source = pattern
    .replace(/[\\^$.+?()[\]{}|]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replace(/:[a-z]\w*/gi, '[^/]+');
  return new RegExp(`^${source}$`, 's');
}
