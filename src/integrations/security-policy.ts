import type { AstroIntegration } from 'astro';
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TextElement } from './inline-elements.ts';
import { stylePruner } from './unused-styles.ts';

/**
 * Adds the content security policy of `public/_headers` to every page as a `<meta>` that allows only the page's own
 * inline scripts and styles, by hash. Browsers enforce both policies, and hosts that do not support `_headers` need the
 * second one. The header names the hashes of scripts, but not of styles: there are many, they would be sent with each
 * file, and Cloudflare Pages ignores lines of more than 2,000 characters.
 * https://developers.cloudflare.com/pages/configuration/headers/
 */
export function securityPolicy(): AstroIntegration {
  let base = '/';
  return {
    name: 'security-policy',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        const headersFile = join(root, '_headers');
        const headers = readFileSync(headersFile, 'utf8');
        const policy = /^\s+Content-Security-Policy:\s*(.+)$/m.exec(headers)?.[1];
        if (policy === undefined) throw new Error('public/_headers contains no Content-Security-Policy.');

        const prune = stylePruner(root, base.endsWith('/') ? base : `${base}/`);
        const allScripts = new Set<string>();
        // Synchronous, because nothing else runs now: waiting for each file would take as long again.
        for (const path of globSync('**/*.html', { cwd: root })) {
          const file = join(root, path);
          // The hashes are those of the styles that remain.
          const { html, elements } = prune(readFileSync(file, 'utf8'), path.replaceAll('\\', '/'));
          const hashes = inlineHashes(elements);
          hashes.scripts.forEach((hash) => allScripts.add(hash));
          writeFileSync(file, addMetaPolicy(html, pagePolicy(policy, hashes)));
        }
        // Paths in _headers start at the root of the host; the site may have a base path.
        const withBase = headers.replace(/^\/(?=\S)/gm, base.endsWith('/') ? base : `${base}/`);
        writeFileSync(
          headersFile,
          withBase.replace(policy, () => withHashes(policy, 'script-src', allScripts)),
        );
      },
    },
  };
}

interface InlineHashes {
  scripts: Set<string>;
  styles: Set<string>;
}

/**
 * Returns the hashes of a page's inline `<script>` and `<style>` elements, in the notation of the policy. Only elements
 * count: an agent's file may contain the text of a script, and the policy must not allow that script.
 * @param elements of the page (`textElementsOf`)
 */
export function inlineHashes(elements: readonly TextElement[]): InlineHashes {
  const filled = elements.filter(({ text }) => text !== '');
  const hashesOf = (some: readonly TextElement[]) => new Set(some.map(({ text }) => hash(text)));
  return {
    scripts: hashesOf(
      filled.filter(
        // Data is not run, and may contain text of an agent.
        ({ name, attributes }) =>
          name === 'script' && !attributes.has('src') && !/json$/i.test(attributes.get('type') ?? ''),
      ),
    ),
    styles: hashesOf(filled.filter(({ name }) => name === 'style')),
  };
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Returns the policy of one page: strict about its styles, too. */
function pagePolicy(policy: string, { scripts, styles }: InlineHashes): string {
  const strict = policy
    .replace(" 'unsafe-inline'", '')
    // Browsers ignore this directive in a <meta> and log a warning.
    .replace(/;?\s*frame-ancestors[^;]*/, '');
  return withHashes(withHashes(strict, 'script-src', scripts), 'style-src', styles);
}

function withHashes(policy: string, directive: 'script-src' | 'style-src', hashes: ReadonlySet<string>): string {
  return policy.replace(new RegExp(`${directive} [^;]*`), (sources) => [sources, ...[...hashes].sort()].join(' '));
}

/** Inserts a `<meta>` directly after the charset, because a policy applies only to what follows it. */
function addMetaPolicy(html: string, policy: string): string {
  const charset = '<meta charset="utf-8">';
  if (!html.includes(charset)) throw new Error(`A page has no ${charset} to put its policy after.`);
  return html.replace(charset, () => `${charset}<meta http-equiv="Content-Security-Policy" content="${policy}">`);
}
