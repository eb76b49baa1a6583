import type { AstroIntegration } from 'astro';
import { createHash } from 'node:crypto';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { textElementsOf, type TextElement } from './inline-elements.ts';

/**
 * Adds the content security policy of `public/_headers` to every page as a `<meta>`, for hosts that do not support
 * `_headers`. In both places it adds the hashes of the inline scripts and styles that the build produced. The policy
 * itself is written only in `public/_headers`.
 */
export function securityPolicy(): AstroIntegration {
  let base = '/';
  return {
    name: 'security-policy',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const headersFile = join(root, '_headers');
        const headers = await readFile(headersFile, 'utf8');
        const policy = /^\s+Content-Security-Policy:\s*(.+)$/m.exec(headers)?.[1];
        if (policy === undefined) throw new Error('public/_headers contains no Content-Security-Policy.');

        const allHashes: InlineHashes = { scripts: new Set(), styles: new Set() };
        for await (const path of glob('**/*.html', { cwd: root })) {
          const file = join(root, path);
          const html = await readFile(file, 'utf8');
          const hashes = inlineHashes(html);
          hashes.scripts.forEach((hash) => allHashes.scripts.add(hash));
          hashes.styles.forEach((hash) => allHashes.styles.add(hash));
          await writeFile(file, addMetaPolicy(html, withHashes(policy, hashes)));
        }
        // Paths in _headers start at the root of the host; the site may have a base path.
        const withBase = headers.replace(/^\/(?=\S)/gm, base.endsWith('/') ? base : `${base}/`);
        await writeFile(
          headersFile,
          withBase.replace(policy, () => withHashes(policy, allHashes)),
        );
        logger.info(
          `${String(allHashes.styles.size)} styles and ${String(allHashes.scripts.size)} scripts allowed by hash`,
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
 */
export function inlineHashes(html: string): InlineHashes {
  const elements = textElementsOf(html).filter(({ text }) => text !== '');
  const hashesOf = (some: readonly TextElement[]) => new Set(some.map(({ text }) => hash(text)));
  return {
    scripts: hashesOf(
      elements.filter(
        // Data is not run, and may contain text of an agent.
        ({ name, attributes }) =>
          name === 'script' && !attributes.has('src') && !/json$/i.test(attributes.get('type') ?? ''),
      ),
    ),
    styles: hashesOf(elements.filter(({ name }) => name === 'style')),
  };
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Returns the policy with the hashes added to its `script-src` and `style-src`. */
function withHashes(policy: string, { scripts, styles }: InlineHashes): string {
  const add = (directive: string, hashes: Set<string>) => [directive, ...[...hashes].sort()].join(' ');
  return policy
    .split(/\s*;\s*/)
    .map((directive) =>
      directive.startsWith('script-src ')
        ? add(directive, scripts)
        : directive.startsWith('style-src ')
          ? add(directive, styles)
          : directive,
    )
    .join('; ');
}

/** Inserts a `<meta>` directly after the charset, because a policy applies only to what follows it. */
function addMetaPolicy(html: string, policy: string): string {
  // Browsers ignore frame-ancestors in a <meta> and log a warning.
  const content = policy.replace(/;?\s*frame-ancestors[^;]*/, '');
  return html.replace(
    /<meta charset="utf-8">/i,
    (charset) => `${charset}<meta http-equiv="Content-Security-Policy" content="${content}">`,
  );
}
