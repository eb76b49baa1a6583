import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { build } from './build-sites.ts';
import { filesOf, siteOf } from './sites.ts';

it('two builds of the same input are byte-identical', () => {
  const files = filesOf('default');
  expect(files.length).toBeGreaterThan(20);
  expect(filesOf('again')).toEqual(files);
  const [first, second] = [siteOf('default').built, siteOf('again').built];
  expect(files.filter((file) => !readFileSync(join(first, file)).equals(readFileSync(join(second, file))))).toEqual([]);
});

it('a build that would change nothing says so, and writes no file', async () => {
  const site = siteOf('empty');
  await build(site);
  const writtenAt = () => statSync(join(site.built, 'index.html')).mtimeMs;
  const before = writtenAt();
  expect(await build(site)).toContain('The site in .cache/e2e/empty/site is up to date.');
  expect(writtenAt()).toBe(before);
});

it('a build contains no source files and no source maps', () => {
  expect(filesOf('default').filter((file) => /\.(?:map|ts|astro)$/.test(file))).toEqual([]);
});
