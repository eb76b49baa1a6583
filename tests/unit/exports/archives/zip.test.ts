import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { zip } from '../../../../src/exports/archives/zip.ts';

const bytes = new Uint8Array([0xef, 0xbb, 0xbf, 0x0d, 0x0a, 0xff, 0x00]);
const files = [
  { path: 'agents/天気.md', content: 'Text\r\n' },
  { path: '.claude-plugin/plugin.json', content: '{}' },
  { path: 'agents/a.md', content: bytes },
];

test('an archive contains the files byte for byte', () => {
  const read = unzipSync(zip(files));
  expect(Object.keys(read)).toEqual(['.claude-plugin/plugin.json', 'agents/a.md', 'agents/天気.md']);
  expect(read['agents/a.md']).toEqual(bytes);
});

test('the same files in another order, in another time zone and at another time give the same bytes', () => {
  const zone = process.env.TZ;
  const first = zip(files);
  try {
    process.env.TZ = 'Pacific/Kiritimati';
    expect(zip(files.toReversed())).toEqual(first);
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

test.each(['../a.md', '/a.md', 'a\\..\\b.md', 'C:a.md'])('an archive with the path %j is refused', (path) => {
  expect(() => zip([{ path, content: '' }])).toThrow(RangeError);
});

test('two files that would overwrite each other are refused', () => {
  const twice = [
    { path: 'agents/A.md', content: '1' },
    { path: 'agents/a.md', content: '2' },
  ];
  expect(() => zip(twice)).toThrow(/twice/);
});

test('the command `unzip`, where it is installed, finds no error and unpacks the same bytes', ({ skip }) => {
  const folder = mkdtempSync(join(tmpdir(), 'archive-'));
  try {
    const archive = join(folder, 'files.zip');
    writeFileSync(archive, zip(files));
    try {
      execFileSync('unzip', ['-v'], { stdio: 'ignore' });
    } catch {
      skip();
    }
    expect(execFileSync('unzip', ['-t', archive], { encoding: 'utf8' })).toContain('No errors detected');
    execFileSync('unzip', ['-q', archive, '-d', folder]);
    expect(new Uint8Array(readFileSync(join(folder, 'agents/a.md')))).toEqual(bytes);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
