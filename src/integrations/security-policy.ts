import type { AstroIntegration } from 'astro';
import { createHash } from 'node:crypto';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Puts the content security policy of `public/_headers` into every page as well, for hosts that know no
 * `_headers`, and allows in both what the build made part of the pages, each script and style by its hash.
 * The policy itself is written once, in `public/_headers`.
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
        if (policy === undefined) throw new Error('public/_headers holds no Content-Security-Policy.');

        const everywhere: InlineHashes = { scripts: new Set(), styles: new Set() };
        for await (const path of glob('**/*.html', { cwd: root })) {
          const file = join(root, path);
          const html = await readFile(file, 'utf8');
          const own = inlineHashes(html);
          own.scripts.forEach((hash) => everywhere.scripts.add(hash));
          own.styles.forEach((hash) => everywhere.styles.add(hash));
          await writeFile(file, withMetaPolicy(html, withHashes(policy, own)));
        }
        // Paths in the file are those of the whole host, and the site may stand below it.
        const placed = headers.replace(/^\/(?=\S)/gm, base.endsWith('/') ? base : `${base}/`);
        await writeFile(
          headersFile,
          placed.replace(policy, () => withHashes(policy, everywhere)),
        );
        logger.info(
          `${String(everywhere.styles.size)} styles and ${String(everywhere.scripts.size)} scripts allowed by hash`,
        );
      },
    },
  };
}

interface InlineHashes {
  scripts: Set<string>;
  styles: Set<string>;
}

/** Hashes of all that stands in a page's own `<script>` and `<style>` elements, as the policy writes them. */
export function inlineHashes(html: string): InlineHashes {
  const hashesOf = (pattern: RegExp) =>
    new Set(
      [...html.matchAll(pattern)]
        .map(([, text = '']) => text)
        .filter((text) => text !== '')
        .map(hash),
    );
  return {
    scripts: hashesOf(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g),
    styles: hashesOf(/<style[^>]*>([\s\S]*?)<\/style>/g),
  };
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** The policy with hashes added to its `script-src` and `style-src`. */
export function withHashes(policy: string, { scripts, styles }: InlineHashes): string {
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

/** A `<meta>` right after the charset: a policy applies only to what comes after it. */
function withMetaPolicy(html: string, policy: string): string {
  // Browsers ignore frame-ancestors in a <meta>, and say so on the console.
  const content = policy.replace(/;?\s*frame-ancestors[^;]*/, '');
  return html.replace(
    /<meta charset="utf-8">/i,
    (charset) => `${charset}<meta http-equiv="Content-Security-Policy" content="${content}">`,
  );
}
