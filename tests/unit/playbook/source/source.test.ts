import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../../src/playbook/source/source.ts';
import { briefly, bytesOf, fixture, sourceOf } from '../helpers.ts';

describe('readSource', () => {
  it('splits a file, and preserves the line numbers of the body', () => {
    const source = sourceOf('---\nname: helper\ndescription: Helps.\n---\n\n# Title\n', 'team/helper.md');
    expect(source).toMatchObject({
      path: 'team/helper.md',
      bytes: 50,
      data: { name: 'helper', description: 'Helps.' },
      body: '\n\n\n\n\n# Title\n',
      problems: [],
    });
    expect(source.body.split('\n')[5]).toBe('# Title');
    expect(source.at.get('description')).toEqual({ line: 3, column: 1 });
  });

  it('reads a file with a byte order mark and CRLF', () => {
    const { data, body, problems, at, bytes } = readSource('crlf-bom.md', fixture('crlf-bom.md'));
    expect(problems).toEqual([]);
    expect(data).toEqual({
      name: 'ferry-pilot',
      description: 'Steers a ferry between two harbours.\nAsk it about tides.\n',
      tools: 'Read, Grep',
    });
    expect(at.get('tools')).toEqual({ line: 6, column: 1 });
    expect(body.split('\n')[8]).toBe('# Harbours');
    expect(body).not.toMatch(/[\r\uFEFF]/);
    expect(bytes).toBe(197);
  });

  it('reads line endings of CR alone, and mixed ones', () => {
    expect(sourceOf('---\rname: x\r\ndescription: y\n---\rBody')).toMatchObject({
      data: { name: 'x', description: 'y' },
      body: '\n\n\n\nBody',
    });
  });

  it('reads a file that is not UTF-8 as Windows-1252', () => {
    const { data, body, problems } = readSource('latin1.md', fixture('latin1.md'));
    expect(data).toEqual({ name: 'crêpe-cook', description: 'Bakes crêpes for a café.' });
    expect(body).toContain('Crêpes à la carte, 5 £ a piece – no cards.');
    expect(briefly(problems)).toEqual(['not-utf8 1:1']);
  });

  it.each([
    ['little', (text: string) => Buffer.from(text, 'utf16le')],
    ['big', (text: string) => Buffer.from(text, 'utf16le').swap16()],
  ])('reads UTF-16 with a byte order mark, %s end first, and reports it', (_, encode) => {
    const text = '---\r\nname: crêpe-cook\r\ndescription: Bakes crêpes → 🥞.\r\n---\r\n\r\n# À la carte\r\n';
    const { data, body, problems, bytes } = readSource('wide.md', encode(`\uFEFF${text}`));
    expect(data).toEqual({ name: 'crêpe-cook', description: 'Bakes crêpes → 🥞.' });
    expect(body).toBe('\n\n\n\n\n# À la carte\n');
    expect(briefly(problems)).toEqual(['utf-16 1:1']);
    expect(problems[0]?.advice).toBe('Save the file as UTF-8.');
    expect(bytes).toBe((text.length + 1) * 2);
  });

  it('reads UTF-16 that ends within a character', () => {
    const cut = Buffer.from('\uFEFF---\nname: x\n---\nBody!', 'utf16le').subarray(0, -1);
    expect(readSource('cut.md', cut)).toMatchObject({ data: { name: 'x' }, body: '\n\n\nBody\uFFFD' });
  });

  it.each([
    ['no bytes', ''],
    ['blank lines', '\n \n\t\n'],
    ['a byte order mark alone', '\uFEFF'],
  ])('reports a file of %s as empty', (_, text) => {
    const source = sourceOf(text);
    expect(briefly(source.problems)).toEqual(['file-empty 1:1']);
    expect(source.data).toEqual({});
  });

  it('returns a file without front matter as it is', () => {
    const text = '# Lighthouse\n\nname: keeper\n';
    expect(sourceOf(text)).toMatchObject({ body: text, data: {} });
    expect(briefly(sourceOf(text).problems)).toEqual(['front-matter-missing 1:1']);
  });

  it.each(['----\nname: x\n----\n', ' ---\nname: x\n---\n', 'Intro\n---\nname: x\n---\n', '--- yaml\nname: x\n---\n'])(
    'does not take %j for front matter',
    (text) => {
      expect(sourceOf(text)).toMatchObject({ data: {}, body: text });
      expect(briefly(sourceOf(text).problems)).toEqual(['front-matter-missing 1:1']);
    },
  );

  it('returns the whole text if the front matter is never closed, and reports where it opens', () => {
    const text = '\n---\nname: x\ndescription: y\n\n# Title\n';
    expect(sourceOf(text)).toMatchObject({ data: {}, body: text });
    expect(briefly(sourceOf(text).problems)).toEqual(['front-matter-unclosed 2:1']);
  });

  it('finds front matter below blank lines, with spaces after its delimiters', () => {
    const { data, body, at } = sourceOf('\n\n---  \nname: x\n---\t\nBody');
    expect(data).toEqual({ name: 'x' });
    expect(at.get('name')).toEqual({ line: 4, column: 1 });
    expect(body.split('\n')[5]).toBe('Body');
  });

  it('ends front matter at the first delimiter, so that a thematic break in the body is not one', () => {
    expect(sourceOf('---\nname: x\n---\nA\n\n---\n\nB').body).toBe('\n\n\nA\n\n---\n\nB');
  });

  it('reports a missing body on the line that closes the front matter', () => {
    expect(briefly(readSource('no-body.md', fixture('no-body.md')).problems)).toEqual(['body-empty 4:1']);
    expect(briefly(sourceOf('---\nname: x\n---').problems)).toEqual(['body-empty 3:1']);
    expect(briefly(sourceOf('---\nname: x\n---\n \n\t\n').problems)).toEqual(['body-empty 3:1']);
  });

  it('leaves front matter in the text if no key of it can be read', () => {
    const text = '---\n- one\n- two\n---\n\n# Title\n';
    const source = sourceOf(text);
    expect(source.body).toBe(text);
    expect(briefly(source.problems)).toEqual(['front-matter-unreadable 2:1']);
    expect(sourceOf('---\n\nA text between two rules.\n\n---\nMore.').body).toContain('A text between two rules.');
  });

  it('reports garbled text anywhere in the file', () => {
    const { problems } = sourceOf('---\nname: x\ndescription: a â€” b\n---\n\ncafÃ©\n');
    expect(briefly(problems)).toEqual(['mojibake 3:16', 'mojibake 6:4']);
    expect(problems[0]?.message).toContain('“â€”” was “—”');
  });

  it('returns the whole text of a file of 100 kB', () => {
    const body = Array.from(
      { length: 2000 },
      (_, index) => `Line ${String(index)} of a long text, with some **words**.`,
    );
    const text = `---\nname: x\ndescription: ${'word: '.repeat(4000)}\n---\n${body.join('\n')}\n`;
    const source = sourceOf(text);
    expect(source.body).toBe(`\n\n\n\n${body.join('\n')}\n`);
    expect(source.data.description).toBe('word: '.repeat(4000).trim());
    expect(source.bytes).toBe(text.length);
  });

  it('never throws, and reports positions inside the file', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.string({ unit: 'binary', maxLength: 200 }).map((text) => bytesOf(`---\n${text}\n---\n${text}`)),
    );
    fc.assert(
      fc.property(bytes, (file) => {
        const { problems, body, bytes: size } = readSource('any.md', file);
        expect(size).toBe(file.length);
        expect(body).not.toContain('\r');
        for (const { line, column } of problems) expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });
});

describe('front matter that is not at the start of the file', () => {
  const front = ['---', 'name: diver', 'description: Dives.', '---'];

  it('is read below a comment, and reported', () => {
    const source = sourceOf(['<!-- Licence', 'of the club -->', ...front, '# Depths'].join('\n'));
    expect(source.data).toEqual({ name: 'diver', description: 'Dives.' });
    expect(source.body).toBe('\n'.repeat(6) + '# Depths');
    expect(briefly(source.problems)).toEqual(['front-matter-displaced 3:1']);
  });

  it('is read in a fence around the whole file, without the fence', () => {
    const source = sourceOf(['````chatagent', ...front, '# Depths', '', '```', 'code', '```', '````', ''].join('\n'));
    expect(source.data).toMatchObject({ name: 'diver' });
    expect(source.body.trim()).toBe('# Depths\n\n```\ncode\n```');
    expect(briefly(source.problems)).toEqual(['front-matter-displaced 2:1']);
  });

  it('is read in a fence of its own, without the fence', () => {
    const source = sourceOf(['```yaml', ...front, '```', '# Depths'].join('\n'));
    expect(source.data).toMatchObject({ name: 'diver' });
    expect(source.body.trim()).toBe('# Depths');
  });

  it.each([
    ['a comment and a thematic break', '<!-- note -->\n---\nText\n---\n'],
    ['an example of front matter in a text', '# Title\n\n```yaml\n---\nname: x\n---\n```\n'],
    ['a comment that is never closed', '<!-- note\n---\nname: x\n---\n'],
  ])('is not seen in %s', (_, text) => {
    expect(briefly(sourceOf(text).problems)).toEqual(['front-matter-missing 1:1']);
  });
});
