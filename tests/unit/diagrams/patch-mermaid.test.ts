import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { originalCode } from '../../../src/diagrams/patch-mermaid.ts';

describe('the patch of Mermaid', () => {
  it('applies to the build of Mermaid that Node imports', () => {
    expect(import.meta.resolve('mermaid')).toMatch(/\/mermaid\/dist\/mermaid\.core\.mjs$/);
  });

  it('finds the code that it replaces exactly once in the installed Mermaid', () => {
    const chunks = globSync('node_modules/mermaid/dist/chunks/mermaid.core/*.mjs');
    const occurrences = chunks.map((chunk) => readFileSync(chunk, 'utf8').split(originalCode).length - 1);
    expect(occurrences.reduce((sum, count) => sum + count, 0)).toBe(1);
  });
});
