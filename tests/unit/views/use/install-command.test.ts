import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { installCommand } from '../../../../src/views/use/install-command.ts';

describe('the command that installs an agent', () => {
  it('can be read', () => {
    expect(installCommand('https://sea.example/tide.md', '.claude/agents/tide.md', 'abc')).toBe(
      [
        "curl -fsSL -o tide.md.part 'https://sea.example/tide.md' &&",
        "  echo 'abc  tide.md.part' | sha256sum -c &&",
        '  mkdir -p .claude/agents &&',
        '  mv -i tide.md.part .claude/agents/tide.md',
      ].join('\n'),
    );
  });

  it('quotes whatever a shell would understand', () => {
    const command = installCommand("https://sea.example/'$(touch pwned)'", "a'b/c;d", 'abc');
    expect(command).toContain(String.raw`'https://sea.example/'\''$(touch pwned)'\'''`);
    expect(command).toContain(String.raw`mv -i 'c;d.part' 'a'\''b/c;d'`);
  });

  it('puts a file in its place only if its checksum is right', () => {
    const folder = mkdtempSync(join(tmpdir(), 'install-'));
    const file = join(folder, "it's a tide.md");
    writeFileSync(file, 'Ebb and flow.\n');
    const sha256 = createHash('sha256').update('Ebb and flow.\n').digest('hex');
    const run = (hash: string) =>
      execFileSync('sh', ['-c', installCommand(pathToFileURL(file).href, '.claude/agents/tide.md', hash)], {
        cwd: folder,
        stdio: 'pipe',
      });
    expect(() => run('0'.repeat(64))).toThrow('did NOT match');
    expect(existsSync(join(folder, '.claude/agents/tide.md'))).toBe(false);
    run(sha256);
    expect(readFileSync(join(folder, '.claude/agents/tide.md'), 'utf8')).toBe('Ebb and flow.\n');
  });
});
