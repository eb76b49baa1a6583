import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { slowCopy } from '../../../src/diagrams/patch-mermaid.ts';

it('knows the words by which the installed Mermaid copies its configuration', () => {
  const chunks = globSync('node_modules/mermaid/dist/chunks/mermaid.core/*.mjs');
  expect(chunks.filter((chunk) => readFileSync(chunk, 'utf8').includes(slowCopy))).toHaveLength(1);
});
