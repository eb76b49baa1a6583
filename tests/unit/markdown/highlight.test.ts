import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { highlighterFor, type CodeText } from '../../../src/markdown/highlight.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'highlight-'));
  process.env.PLAYBOOK_HIGHLIGHT_CACHE = folder;
});
afterAll(async () => {
  delete process.env.PLAYBOOK_HIGHLIGHT_CACHE;
  await rm(folder, { recursive: true, force: true });
});

const code: CodeText = { text: '// tide\nlet tide = "high";\n', language: 'js' };
const highlight = async (...codes: CodeText[]) => {
  const render = await highlighterFor(codes);
  return render(code.text, code.language);
};

describe('highlighted code', () => {
  it('is the same from the cache as when it is made', async () => {
    const made = await highlight(code);
    expect(JSON.stringify(made)).toContain('"tk"');
    expect(await readdir(folder)).toHaveLength(1);
    expect(await highlight(code)).toEqual(made);
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('is made again if its file is damaged', async () => {
    const made = await highlight(code);
    const [file = ''] = await readdir(folder);
    await writeFile(join(folder, file), 'x\n["tk", "<b>"]');
    expect(await highlight(code)).toEqual(made);
  });

  it('stays plain text if it was not asked for, whatever was highlighted before', async () => {
    await highlight(code);
    expect(await highlight({ text: 'let ebb = 1;', language: 'js' })).toEqual([{ type: 'text', value: code.text }]);
  });
});
