import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nginxConfig } from '../../../scripts/cli/nginx-config.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'nginx-'));
});
afterEach(() => rm(directory, { recursive: true }));

const configOf = async (headers: string, base = '/') => {
  await writeFile(join(directory, '_headers'), headers);
  return nginxConfig({ directory, base, url: 'https://agents.example', port: 8080 });
};

/** Returns the lines of the block that a line begins. */
function block(config: string, start: string): string[] {
  const [, rest = ''] = config.split(`${start} {\n`);
  return (rest.split('\n  }')[0] ?? '').split('\n').map((line) => line.trim());
}

describe('the configuration for nginx', () => {
  it('sends the headers of all paths with every file, and those of a pattern with its files, too', async () => {
    const config = await configOf('/b/*\n  X-All: yes\n/b/_astro/*\n  Cache-Control: immutable\n', '/b/');
    expect(block(config, 'location /b/')).toEqual([
      `alias "${directory}/";`,
      'index index.html;',
      'add_header X-All "yes" always;',
      'add_header Cache-Control "no-cache" always;',
    ]);
    expect(block(config, String.raw`location ~ "^/b(\/_astro\/.*)$"`)).toEqual([
      `alias "${directory}$1";`,
      'add_header X-All "yes" always;',
      'add_header Cache-Control "immutable" always;',
    ]);
  });

  it('leads from the root of the host to a base path, and has no such redirect without one', async () => {
    expect(await configOf('/b/*\n  A: b\n', '/b/')).toContain('return 302 /b/$is_args$args;');
    expect(await configOf('/*\n  A: b\n')).not.toContain('302');
  });

  it('escapes quotes, and refuses what nginx would read as a variable', async () => {
    expect(
      await configOf(String.raw`/*
  A: say "x" \ y`),
    ).toContain(String.raw`add_header A "say \"x\" \\ y" always;`);
    await expect(configOf('/*\n  A: $host\n')).rejects.toThrow('nginx cannot be given a value with “$”');
  });

  it('needs a site that was built', () => {
    expect(() => nginxConfig({ directory, base: '/', url: 'https://a.example', port: 80 })).toThrow(/no built site/);
  });
});
