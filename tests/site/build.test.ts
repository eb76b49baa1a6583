import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { filesOf, siteOf } from './sites.ts';

it('two builds of the same input are byte-identical', () => {
  const files = filesOf('default');
  expect(files.length).toBeGreaterThan(20);
  expect(filesOf('again')).toEqual(files);
  const [first, second] = [siteOf('default').built, siteOf('again').built];
  expect(files.filter((file) => !readFileSync(join(first, file)).equals(readFileSync(join(second, file))))).toEqual([]);
});

it('a build contains no source files and no source maps', () => {
  expect(filesOf('default').filter((file) => /\.(?:map|ts|astro)$/.test(file))).toEqual([]);
});
