import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { textElementsOf } from '../../../src/integrations/inline-elements.ts';
import { inlineHashes } from '../../../src/integrations/security-policy.ts';

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = (body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>T</title><style>a{}</style><script>run()</script></head><body>${body}</body></html>`;
const hashesOfPage = (body: string) => inlineHashes(textElementsOf(page(body)));

describe('the hashes of a page', () => {
  it('are those of its inline scripts and styles', () => {
    const { scripts, styles } = hashesOfPage('<script src="/a.js"></script><style media="print">b{}</style>');
    expect([...scripts]).toEqual([hashOf('run()')]);
    expect([...styles]).toEqual([hashOf('a{}'), hashOf('b{}')]);
  });

  it.each([
    '<a title="<script>evil()</script>">x</a>',
    "<a title='<script>evil()</script>'>x</a>",
    '<button data-text="a <script>evil()</script> \' b">x</button>',
    '<p>&lt;script&gt;evil()&lt;/script&gt;</p>',
    '<!-- <script>evil()</script> -->',
    '<textarea><script>evil()</script></textarea>',
    '<script type="application/json">evil()</script>',
    '<a title="<style>evil()</style>">x</a>',
    '<a\ntitle = "<script>evil()</script>" hidden>x</a>',
    '<input value="a>b"><a title="<script>evil()</script>">x</a>',
  ])('never include that of text: %s', (body) => {
    const { scripts, styles } = hashesOfPage(body);
    expect([...scripts, ...styles]).toEqual([hashOf('run()'), hashOf('a{}')]);
  });

  it('belong to the elements that a real parser finds, in any page', () => {
    const part = fc.constantFrom(
      '<a title="',
      "<a title='",
      '<a title=',
      '<a ',
      '"',
      "'",
      '>',
      '/>',
      ' ',
      '=',
      '<script>',
      '</script>',
      '<script src=x>',
      '<style>',
      '</style>',
      '<textarea>',
      '</textarea>',
      '<title>',
      '</title >',
      '<!--',
      '-->',
      '<!-->',
      '<b',
      '</p a="',
      'x',
      '<',
      '</',
      '<?',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        // A comment inside of a script changes where the script ends, which no script of ours does.
        const html = `<div>${parts.join('').replace(/<script[^>]*>[^]*?<!--/g, '')}`;
        const expected: string[] = [];
        visit(fromHtml(html, { fragment: true }), 'element', ({ tagName, ...node }) => {
          if (/^(?:script|style|textarea|title)$/.test(tagName)) {
            expected.push(tagName === 'script' || tagName === 'style' ? toString(node as never) : tagName);
          }
        });
        const found = textElementsOf(html).map(({ name, text }) => (name.startsWith('s') ? text : name));
        // The text that a parser returns for an element that is never closed is the rest of the page in both.
        expect(found).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('take time in proportion to the page', () => {
    expect(textElementsOf('<a b="'.repeat(200_000))).toEqual([]);
    expect(textElementsOf('<a '.repeat(200_000))).toEqual([]);
    expect(textElementsOf('</script'.repeat(200_000))).toEqual([]);
  });
});
