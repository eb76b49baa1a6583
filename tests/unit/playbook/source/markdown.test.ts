import fc from 'fast-check';
import { toString } from 'mdast-util-to-string';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../../src/playbook/source/markdown.ts';

function* walk(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* walk(child);
}
const nodesOf = (text: string) => [...walk(parseMarkdown(text))];
const typesOf = (text: string) => nodesOf(text).map((node) => node.type);
const urlsOf = (text: string) => nodesOf(text).flatMap((node) => (node.type === 'link' ? [node.url] : []));
const textOf = (text: string) => toString(parseMarkdown(text));

/** All 32 characters that can replace a `<`. */
const noncharacters = Array.from({ length: 32 }, (_, index) => String.fromCodePoint(0xfdd0 + index));

describe('parseMarkdown', () => {
  it.each([
    'Wrap it in <example> and </example>.',
    '<div class="x">inside</div>',
    'Vec<String> and HashMap<K, Vec<V>>',
    '#[must_use] fn f<T>() {}',
    'a < b && c > d, a <- b, x <= y, <3',
    '<!-- <?php ?> <![CDATA[x]]> <!DOCTYPE html>',
    "<img src=x onerror='alert(1)'>",
    '<script>alert(1)</script>',
    '<javascript:alert(1)>',
  ])('reads tags in prose as text: %s', (text) => {
    expect(textOf(text)).toBe(text);
    expect(typesOf(text)).toEqual(['root', 'paragraph', 'text']);
  });

  it('reads markdown between tags on lines of their own', () => {
    expect(textOf('<thinking>\nIs **this** bold?\n</thinking>')).toBe('<thinking>\nIs this bold?\n</thinking>');
    expect(typesOf('<thinking>\n\nIs **this** bold?\n\n</thinking>')).toContain('strong');
  });

  it('reads tags in code, headings, tables, links, images and their titles', () => {
    const nodes = nodesOf(
      '# `<h>` <b>\n\n| <a> |\n| - |\n| <c> |\n\n```<l> <m>\n<v>\n```\n\n[<t>](u "<v>") ![<w>](x<y)\n\n[<r>]: z',
    );
    const found = JSON.stringify(nodes);
    for (const tag of ['<h>', '<b>', '<a>', '<c>', '<l>', '<m>', '<v>', '<t>', '<w>', 'x<y', '<r>']) {
      expect(found).toContain(tag);
    }
    for (const character of noncharacters) expect(found).not.toContain(character);
  });

  it('reads an escaped tag as text', () => {
    expect(textOf('a \\<b> and \\\\<c>')).toBe('a <b> and \\<c>');
    expect(textOf('`\\<b>`')).toBe('\\<b>');
    expect(textOf('a line\\\n<b>')).toBe('a line<b>');
    expect(textOf('&lt;b&gt; &#60;c&#x3e;')).toBe('<b> <c>');
  });

  it('reads a tag as text after a bare link that includes its backslash', () => {
    for (const text of ['https://x.y/\\<script>', '<https://<\\</script>', 'www.x.y\\<img src=x>']) {
      expect(typesOf(text)).not.toContain('html');
      expect(textOf(text)).toContain('<');
    }
  });

  it('reads links in angle brackets', () => {
    expect(urlsOf('<https://example.org/a?b=c> <http://x.y> <mailto:a@b.c>')).toEqual([
      'https://example.org/a?b=c',
      'http://x.y',
      'mailto:a@b.c',
    ]);
    expect(textOf('See <https://example.org/a>.')).toBe('See https://example.org/a.');
  });

  it('reads GFM tables, task lists, strikethrough and bare links', () => {
    const types = typesOf('| a |\n|---|\n| b |\n\n- [x] c\n\n~~d~~ https://example.org');
    expect(types).toEqual(expect.arrayContaining(['table', 'list', 'delete', 'link']));
    expect(
      nodesOf('- [x] c\n- [ ] d\n- e').flatMap((node) => (node.type === 'listItem' ? [node.checked] : [])),
    ).toEqual([true, false, null]);
  });

  it('does not read footnotes, front matter, directives, maths or attributes', () => {
    for (const text of [
      'Match [^a-z] or [^1].',
      '+++\na\n+++',
      ':::note\nx\n:::',
      '$a_b$ and $$c$$',
      '{#id .c} {{x}}',
      '~= x',
    ]) {
      expect(textOf(text)).toBe(text);
    }
  });

  it('does not change typography', () => {
    expect(textOf('"quotes" -- \'it\' ... --flag (c) 1/2 :smile:')).toBe(
      '"quotes" -- \'it\' ... --flag (c) 1/2 :smile:',
    );
  });

  it('returns correct lines and columns after characters of any width', () => {
    const [link] = nodesOf('é 漢 🚀 <b> [x](y)').filter((node) => node.type === 'link');
    expect(link?.position?.start).toMatchObject({ line: 1, column: 12 });
  });

  it('preserves noncharacters in the text', () => {
    expect(textOf('\uFDD0 <b> \uFDD1')).toBe('\uFDD0 <b> \uFDD1');
  });

  it('replaces noncharacters only if the text contains too many of them', () => {
    const all = noncharacters.join('');
    expect(textOf(`${all} <b> \\<c>`)).toBe(`${'\uFFFD'.repeat(32)} <b> <c>`);
    expect(textOf(`${all.slice(5)} <b> \\<c>`)).toBe(`${all.slice(5)} <b> <c>`);
  });

  it.each([
    ['quotations', '> '.repeat(5000)],
    ['lists', '- '.repeat(5000)],
    ['emphasis', '*a **b '.repeat(2000) + 'b** a*'.repeat(2000)],
  ])('returns text as code if it nests %s too deeply', (_, nest) => {
    const text = `${nest}<b>\nlast line`;
    const found = JSON.stringify(parseMarkdown(text));
    expect(found).toContain('last line');
    expect(typesOf(text)).not.toContain('html');
  });

  it('reads reasonable nesting as it is', () => {
    expect(typesOf('> '.repeat(20) + 'x').filter((type) => type === 'blockquote')).toHaveLength(20);
    expect(typesOf('- '.repeat(20) + 'x').filter((type) => type === 'listItem')).toHaveLength(20);
  });

  it('never returns HTML nodes, whatever the text', () => {
    const part = fc.constantFrom(
      '<',
      '>',
      '</',
      '<b>',
      '<div>',
      '<script>',
      '</script>',
      '<!--',
      '-->',
      '<?',
      '<![CDATA[',
      '<!A',
      '<https://',
      '<mailto:',
      '<http:',
      '\\',
      '`',
      '```',
      '\n',
      '\n\n',
      ' ',
      '    ',
      '- ',
      '> ',
      '#',
      '*',
      '_',
      '[',
      ']',
      '(',
      ')',
      '!',
      '|',
      '"',
      "'",
      '=',
      'a',
      '&lt;',
      '\uFDD0',
      '\0',
      '\t',
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 25 }).map((parts) => parts.join('')),
        (text) => {
          for (const node of nodesOf(text)) {
            expect(node.type).not.toBe('html');
            if ('value' in node) expect(node.value.includes('\uFDD1')).toBe(false);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('a very long word', () => {
  it('is read quickly and as written, whatever its underscores', () => {
    const started = performance.now();
    for (const part of ['key_', '_a']) expect(toString(parseMarkdown(part.repeat(100_000)))).toBe(part.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
