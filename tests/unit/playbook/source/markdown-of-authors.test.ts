import { toString } from 'mdast-util-to-string';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../../src/playbook/source/markdown.ts';

/** Returns the tree as brief text: `strong(a) text`. */
function shape(node: Nodes): string {
  if (node.type === 'text') return node.value.replaceAll('\n', '⏎');
  const name = 'data' in node && node.data?.hName !== undefined ? node.data.hName : node.type;
  if (!('children' in node)) return 'value' in node ? `${name}[${node.value}]` : name;
  return `${name}(${node.children.map((child) => shape(child)).join(' ')})`;
}
const shapesOf = (text: string) => parseMarkdown(text).children.map((node) => shape(node));
const textOf = (text: string) => toString(parseMarkdown(text));

describe('targets of links', () => {
  it('can have spaces in angle brackets', () => {
    expect(parseMarkdown('Ring [the bell](<old bells/big one.md>) now').children).toMatchObject([
      { children: [{}, { type: 'link', url: 'old bells/big one.md' }, {}] },
    ]);
  });

  it.each(['x](<b>) y', 'x ](<img src=y>) z', '](<!-- a -->) b', '`](<b>)` and [a] (<i>)'])(
    'lose no text in %s',
    (text) => {
      expect(textOf(text)).toBe(text.replaceAll('`', '').replace('<!-- a -->', ''));
    },
  );
});

describe('comments', () => {
  it('are left out of paragraphs, headings, cells and items', () => {
    expect(shapesOf('Ring the bell. <!-- softly -->')).toEqual(['paragraph(Ring the bell. )']);
    expect(shapesOf('## Bells <!-- omit in contents -->')).toEqual(['heading(Bells )']);
    expect(shapesOf('- One <!-- why? -->\n- Two')).toEqual([
      'list(listItem(paragraph(One )) listItem(paragraph(Two)))',
    ]);
    expect(textOf('| a <!-- x --> | b |\n|---|---|\n| c | d <!-- y --> |')).not.toMatch(/[xy]/);
  });

  it('are left out with the blank lines inside them', () => {
    expect(shapesOf('Before\n\n<!--\ndraft\n\n# Not yet\n-->\n\nAfter')).toEqual([
      'paragraph(Before)',
      'paragraph(After)',
    ]);
  });

  it('keep the text before and after them, on the same line and on its line of the file', () => {
    expect(shapesOf('<!-- a --> Text <!-- b --> goes on <!-- c -->')).toEqual(['paragraph( Text  goes on )']);
    expect(shapesOf('<!--\nlong\n--># Not a heading, but text')).toEqual(['paragraph(# Not a heading, but text)']);
    const [first, second] = parseMarkdown('A\n<!-- b\nc -->\nD').children;
    expect([first?.position?.start.line, second?.position?.start.line]).toEqual([1, 4]);
  });

  it('do not become hard line breaks or join two words', () => {
    expect(shapesOf('one <!-- x -->\ntwo')).toEqual(['paragraph(one ⏎two)']);
    expect(textOf('one<!-- x --> two')).toBe('one two');
  });

  it('do not end a quotation or a table that is next to them', () => {
    expect(shapesOf('> a\n> <!--\n> b\n> -->\n> c')).toEqual(['blockquote(paragraph(a) paragraph(c))']);
    expect(shapesOf('<!-- x -->\n| a |\n|---|\n| b |\n<!-- y -->')).toHaveLength(1);
  });

  it.each(['`<!-- x -->`', '```html\n<!-- x -->\n```', '\\<!-- x -->', 'See <!-- x', '    <!-- x -->'])(
    'stay where they are code, escaped or never closed: %s',
    (text) => {
      expect(textOf(text)).toContain('<!-- x');
    },
  );

  it('take as long as the text: a hundred thousand of them', () => {
    expect(textOf('<!-- x --> y\n'.repeat(100_000))).not.toContain('x');
  });
});

describe('tags without attributes', () => {
  it('break lines, and separate the words on both sides', () => {
    expect(shapesOf('| a |\n|---|\n| goal<br>steps<br/>risks<BR /> |')).toEqual([
      'table(tableRow(tableCell(a)) tableRow(tableCell(goal break ⏎steps break ⏎risks break ⏎)))',
    ]);
    expect(textOf('goal<br>steps')).toBe('goal\nsteps');
  });

  it('become subscripts, superscripts and keys', () => {
    expect(shapesOf('H<sub>2</sub>O, x<sup>**n**</sup>, <kbd>Ctrl</kbd>')).toEqual([
      'paragraph(H sub(2) O, x sup(strong(n)) ,  kbd(Ctrl))',
    ]);
  });

  it.each([
    '<sub>2',
    '2</sup>',
    '<kbd class="x">Ctrl</kbd>',
    '<br class="x">',
    '\\<br>',
    '&lt;br&gt;',
    '<sub/>',
    '</br>',
  ])('stay text if they have attributes, are escaped, or are not in pairs: %s', (text) => {
    expect(parseMarkdown(text).children.map((node) => node.type)).toEqual(['paragraph']);
    expect(shapesOf(text)[0]).toMatch(/^paragraph\([^(]*\)$/);
    expect(textOf(text)).toContain('<');
  });

  it('are text where they are misnested', () => {
    expect(textOf('<sub>a<sup>b</sub>c</sup>')).toBe('a<sup>bc</sup>');
  });
});

describe('details', () => {
  const folded = (summary: string, ...content: string[]) => `details(${[`summary(${summary})`, ...content].join(' ')})`;

  it('fold what is between the tags below the summary', () => {
    expect(shapesOf('<details>\n<summary>More **on** it</summary>\n\nText.\n\n- a\n\n</details>\n\nNext')).toEqual([
      folded('More  strong(on)  it', 'paragraph(Text.)', 'list(listItem(paragraph(a)))'),
      'paragraph(Next)',
    ]);
  });

  it('may be one paragraph, nested, or have no summary', () => {
    expect(shapesOf('<details><summary>S</summary>Text</details>')).toEqual([folded('S', 'paragraph(Text)')]);
    expect(shapesOf('<details>\n\nText\n\n</details>')).toEqual([folded('Details', 'paragraph(Text)')]);
    expect(
      shapesOf(
        '<details>\n<summary>A</summary>\n\n<details>\n<summary>B</summary>\n\nText\n\n</details>\n\n</details>',
      ),
    ).toEqual([folded('A', folded('B', 'paragraph(Text)'))]);
  });

  it('may end directly below a list, a table or a paragraph', () => {
    expect(shapesOf('<details>\n<summary>S</summary>\n\n- a\n</details>')).toEqual([
      folded('S', 'list(listItem(paragraph(a)))'),
    ]);
    expect(shapesOf('<details>\n<summary>S</summary>\n\n| a |\n|---|\n| b |\n</details>')).toEqual([
      folded('S', 'table(tableRow(tableCell(a)) tableRow(tableCell(b)))'),
    ]);
    expect(shapesOf('<details>\n<summary>S</summary>\n\nText\n</details>')).toEqual([folded('S', 'paragraph(Text)')]);
  });

  it('stay open around headings and tasks, which the outline needs', () => {
    expect(shapesOf('<details>\n<summary>S</summary>\n\n## H\n\n- [ ] a\n\n</details>')).toEqual([
      'paragraph(strong(S))',
      'heading(H)',
      'list(listItem(paragraph(a)))',
    ]);
  });

  it('stay text without a counterpart or with attributes', () => {
    expect(textOf('<details>\n\nText')).toContain('<details>');
    expect(textOf('Text\n\n</details>')).toContain('</details>');
    expect(textOf('<details open>\n\nText\n\n</details>')).toContain('<details open>');
  });
});

describe('alerts', () => {
  it('get their kind as a label', () => {
    expect(shapesOf('> [!WARNING]\n> Never on a Friday.\n>\n> Really.')).toEqual([
      'div(paragraph(Warning) paragraph(Never on a Friday.) paragraph(Really.))',
    ]);
  });

  it('may have a title, another kind, or no text', () => {
    expect(shapesOf('> [!tip]- Own **title**\n> Body')).toEqual([
      'div(paragraph(Tip:  Own  strong(title)) paragraph(Body))',
    ]);
    expect(shapesOf('> [!abstract]\n>\n> - a')).toEqual(['div(paragraph(Abstract) list(listItem(paragraph(a))))']);
    expect(shapesOf('> [!NOTE]')).toEqual(['div(paragraph(Note))']);
  });

  it('are not quotations with other words in brackets', () => {
    expect(shapesOf('> [NOTE] that')).toEqual(['blockquote(paragraph([NOTE] that))']);
    expect(shapesOf('> Use [!NOTE]')).toEqual(['blockquote(paragraph(Use [!NOTE]))']);
  });
});

describe('tildes', () => {
  it('strike text only in pairs', () => {
    expect(shapesOf('~~gone~~')).toEqual(['paragraph(delete(gone))']);
    expect(shapesOf('5~7 items, 100~200 lines, (~40) and ~400')).toEqual([
      'paragraph(5~7 items, 100~200 lines, (~40) and ~400)',
    ]);
    expect(shapesOf('~a **b~ c** ~d~')).toEqual(['paragraph(~a  strong(b~ c)  ~d~)']);
    expect(shapesOf('`5~7` \\~x~ https://example.org/~me')).toEqual([
      'paragraph(inlineCode[5~7]  ~x~  link(https://example.org/~me))',
    ]);
    expect(parseMarkdown('<https://example.org/~me>').children).toMatchObject([
      { children: [{ type: 'link', url: 'https://example.org/~me' }] },
    ]);
    expect(shapesOf('1~2 ~~old~~ 3~4')).toEqual(['paragraph(1~2  delete(old)  3~4)']);
  });
});

describe('bold text without spaces around it', () => {
  it.each([
    ['**注意：**先读', 'strong(注意：) 先读'],
    ['これは**「重要」**です', 'これは strong(「重要」) です'],
    ['请用**函数（fn）**来拆', '请用 strong(函数（fn）) 来拆'],
    ['请用**`cargo`**来做', '请用 strong(inlineCode[cargo]) 来做'],
    ['看**[链接](x)**吧', '看 strong(link(链接)) 吧'],
    ['**"따옴표"**는', 'strong("따옴표") 는'],
    ['*强调。*然后**粗体！**再来', 'emphasis(强调。) 然后 strong(粗体！) 再来'],
  ])('is bold in Chinese, Japanese and Korean: %s', (text, expected) => {
    expect(shapesOf(text)).toEqual([`paragraph(${expected})`]);
  });

  it('does not change other text', () => {
    expect(textOf('2 * 3 ** a ** 中*文')).toBe('2 * 3 ** a ** 中*文');
    expect(textOf('`**注意：**先读`')).toBe('**注意：**先读');
  });
});

describe('footnotes', () => {
  it('are read if a reference and a definition belong together', () => {
    expect(shapesOf('Read this[^a].\n\n[^a]: The note.')).toEqual([
      'paragraph(Read this footnoteReference .)',
      'footnoteDefinition(paragraph(The note.))',
    ]);
  });

  it('are text otherwise: patterns look the same', () => {
    expect(shapesOf('Match [^a-z] or [^1].\n\n[^0-9]: all but digits')).toEqual([
      'paragraph(Match [^a-z] or [^1].)',
      'paragraph([^0-9]:  all but digits)',
    ]);
  });
});

describe('the language of a fence', () => {
  it.each([
    ['rust,no_run', 'rust'],
    ['{.rust .numberLines}', 'rust'],
    ['{rust}', 'rust'],
    ['golang', 'go'],
    ['C#', 'c#'],
    ['c++', 'c++'],
    ['ts:src/app.ts', 'ts'],
    ['jsonc title="x.json"', 'jsonc'],
    ['python3', 'python'],
    ['console', 'console'],
    ['objective-c', 'objective-c'],
  ])('is found in %s', (info, language) => {
    expect(parseMarkdown(`\`\`\`${info}\nx\n\`\`\``).children).toMatchObject([{ type: 'code', lang: language }]);
  });
});
