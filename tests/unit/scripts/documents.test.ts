import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');

/** Paths in code, such as `src/links.ts` or `src/{gates,decide}/`, and targets of links within the repository. */
function pathsIn(text: string): string[] {
  const inCode = text.matchAll(/`((?:bench|bin|content|examples|public|scripts|src|tests)\/[^\s`]*)`/g);
  const inLinks = text.matchAll(/\]\((?!https?:|#|\/)([^\s)#]+)/g);
  return [...inCode, ...inLinks].map(([, path = '']) => path);
}

describe.each(['README.md', 'CONTRIBUTING.md'])('%s', (document) => {
  it('names only files and folders that exist', () => {
    const text = readFileSync(join(root, document), 'utf8');
    const paths = pathsIn(text);
    expect(paths).not.toEqual([]);
    expect(paths.filter((path) => globSync(path, { cwd: root }).length === 0)).toEqual([]);
  });
});
