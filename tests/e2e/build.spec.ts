import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf, siteOf } from './sites.ts';

test('two builds of the same input are the same, byte for byte', () => {
  const files = filesOf('default');
  expect(files.length).toBeGreaterThan(20);
  expect(filesOf('again')).toEqual(files);
  const [first, second] = [siteOf('default').built, siteOf('again').built];
  expect(files.filter((file) => !readFileSync(join(first, file)).equals(readFileSync(join(second, file))))).toEqual([]);
});

test('a build makes only what the site needs, and no map of its sources', () => {
  expect(filesOf('default').filter((file) => /\.(?:map|ts|astro)$/.test(file))).toEqual([]);
});
