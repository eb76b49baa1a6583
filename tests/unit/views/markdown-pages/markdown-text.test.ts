import fc from 'fast-check';
import { toString } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../../src/playbook/source/markdown.ts';
import { authorsLine, authorsMarkdown } from '../../../../src/views/markdown-pages/authors-markdown.ts';
import { bullets, code, fence, link, plain, table } from '../../../../src/views/markdown-pages/markdown-text.ts';

/** The kinds of nodes in markdown, in order. */
function kinds(markdown: string): string[] {
  const found: string[] = [];
  const visit = (node: { type: string; children?: readonly unknown[] }) => {
    found.push(node.type);
    for (const child of node.children ?? []) visit(child as Parameters<typeof visit>[0]);
  };
  for (const node of parseMarkdown(markdown).children) visit(node);
  return found;
}

const awkward = [
  '# no heading',
  '- no item',
  '1. no item',
  '> no quotation',
  '| no | table |',
  '*no* **emphasis** _here_ ~~or~~ here',
  '<script>alert(1)</script>',
  '[no](javascript:alert(1)) ![link][x]',
  '`no code`',
  'a &lt; b &amp; c \\ d',
  '--- ',
  '=== ',
  '+ plus',
];

describe('text in markdown', () => {
  it.each(awkward)('stays plain text: %s', (text) => {
    expect(new Set(kinds(plain(text)))).toEqual(new Set(['paragraph', 'text']));
    expect(toString(parseMarkdown(plain(text)))).toBe(text.replace(/\s+/g, ' ').trim());
  });

  it('keeps words with underscores as they are', () => {
    expect(plain('snake_case and rust-pro')).toBe('snake_case and rust-pro');
  });

  it('never becomes HTML or a link, whatever it is', () => {
    const signs = fc.constantFrom(
      '<',
      '>',
      '[',
      ']',
      '(',
      ')',
      '!',
      '*',
      '_',
      '`',
      '~',
      '#',
      '-',
      '|',
      '&',
      ';',
      ':',
      '\\',
      'a',
      '1',
      '.',
      ' ',
      '\n',
    );
    fc.assert(
      fc.property(fc.string({ unit: signs, maxLength: 30 }), (text) => {
        expect(kinds(plain(text)).filter((kind) => !['paragraph', 'text'].includes(kind))).toEqual([]);
      }),
    );
  });

  it('stays in its fence, its code span and its cell', () => {
    expect(kinds(fence('```\n````\n# inside'))).toEqual(['code']);
    expect(kinds(code('a `` b `'))).toEqual(['paragraph', 'inlineCode']);
    expect(kinds(table(['A'], [[plain('a | b')]])).filter((kind) => kind === 'tableCell')).toHaveLength(2);
  });

  it('is the label of a link whose address cannot end early', () => {
    const [paragraph] = parseMarkdown(link('a](x) <b>', '/roster/a (b)/')).children;
    expect(paragraph).toMatchObject({ children: [{ type: 'link', url: '/roster/a%20%28b%29/' }] });
  });

  it('is indented below its item', () => {
    expect(bullets([`one\n${bullets(['two\n\nthree'])}`])).toBe('- one\n  - two\n\n    three');
  });
});

describe('the markdown of an author', () => {
  const resolve = (url: string) =>
    url.startsWith('https://') ? url : url === 'other.md' ? '/agents/other/' : undefined;

  it('keeps its emphasis and its code, and leads its links to the pages of the site', () => {
    expect(authorsLine('**Bold**, `code` and [a link](other.md), not [this](javascript:alert(1))', resolve)).toBe(
      '**Bold**, `code` and [a link](/agents/other/), not this',
    );
  });

  it('loses no words and no lists, and its headings do not disturb the document', () => {
    const text = 'First *words*.\n\n## Heading\n\n1. one\n   - [x] two\n\n> quoted\n\n```rust\nfn main() {}\n```';
    expect(authorsMarkdown(text, resolve)).toBe(
      'First *words*.\n\n**Heading**\n\n1. one\n   - [x] two\n\n> quoted\n\n```rust\nfn main() {}\n```',
    );
  });

  it('has no HTML, in whatever place the author writes it', () => {
    const hostile = '<b>one</b> *<i>two</i>*\n\n<script>alert(1)</script>\n\n- <img src=x onerror=alert(1)>\n';
    expect(kinds(authorsMarkdown(hostile, resolve))).not.toContain('html');
  });
});
