import { describe, expect, it } from 'vitest';
import { createRenderer, codesIn } from '../../../src/markdown/render.ts';
import { parseMarkdown } from '../../../src/playbook/source/markdown.ts';

/** Renders markdown with links to the web and to headings only. */
async function html(markdown: string): Promise<string> {
  const { children } = parseMarkdown(markdown);
  const resolve = (url: string) => (/^(?:https?:|#)/.test(url) ? url : undefined);
  const render = await createRenderer(codesIn(children), { definitions: [], resolve });
  return render.blocks(children);
}

/** Renders markdown, and returns its text without tags. */
const words = async (markdown: string) => (await html(markdown)).replace(/<[^>]*>/g, '');

describe('the HTML of a file', () => {
  it('has the elements of tags without attributes', async () => {
    expect(await html('H<sub>2</sub>O<br>x<sup>2</sup> <kbd>Esc</kbd>')).toBe(
      '<p>H<sub>2</sub>O<br>\n\nx<sup>2</sup> <kbd>Esc</kbd></p>',
    );
    expect(await html('<details>\n<summary>More</summary>\n\nText\n\n</details>')).toMatch(
      /^<details>\s*<summary>More<\/summary>\s*<p>Text<\/p>\s*<\/details>$/,
    );
  });

  it('has no element of any other tag', async () => {
    for (const tag of ['<b>', '<script>', '<kbd onclick="x">', '<details open>', '<iframe>', '<sub style="x">']) {
      expect(await html(`a ${tag}b`)).toMatch(/^<p>a &#x3C;[^<]*<\/p>$/);
    }
  });

  it('labels alerts', async () => {
    expect(await html('> [!WARNING]\n> Hot.')).toMatch(
      /^<div class="alert alert-warning">\s*<p class="alert-title">Warning<\/p>\s*<p>Hot.<\/p>\s*<\/div>$/,
    );
  });

  it('links footnotes to their text, which stays where it is', async () => {
    expect(await html('Tide[^1].\n\n[^1]: Twice a day.')).toMatch(
      /<sup><a href="#playbook:note-1">1<\/a><\/sup>.*<div class="footnote" id="playbook:note-1"><sup>1<\/sup><p>Twice/s,
    );
  });

  it('keeps the cells that a row has beyond the columns of its header', async () => {
    expect(await words('| A | B |\n|---|---|\n| 1 | 2 | 3 `4` | 5 |')).toContain('2 | 3 4 | 5');
  });

  it('lets the browser find the direction of text from right to left', async () => {
    expect(await html('اقرأ الملف\n\nRead it')).toBe('<p dir="auto">اقرأ الملف</p>\n<p>Read it</p>');
    expect(await html('- שלום')).toMatch(/^<ul dir="auto">/);
    const render = await createRenderer([], { definitions: [], resolve: () => undefined });
    expect(render.inline([{ type: 'text', value: 'قواعد' }])).toBe('<span dir="auto">قواعد</span>');
    expect(render.inline([{ type: 'text', value: 'rules' }])).toBe('rules');
  });

  it('shows the targets of links that have no page', async () => {
    expect(await words('[the notes](docs/a%20b.md) and [docs/c.md](docs/c.md)')).toBe(
      'the notes (docs/a b.md) and docs/c.md',
    );
    expect(await words('[chat](slack://room) ![the logo](logo.png)')).toBe(
      'chat (slack://room) [image: the logo] (logo.png)',
    );
    expect(await words('[gone](#gone) [web](https://example.org)')).toBe('gone web');
  });

  it('highlights the code of a language that is spelled in another way', async () => {
    for (const info of ['rust,no_run', '{.rust .numberLines}', 'rust title="x"']) {
      expect(await html(`\`\`\`${info}\nfn main() {}\n\`\`\``)).toContain('<span class="tk">fn ');
    }
    for (const info of ['golang', 'c#', 'python3', 'console', 'shell-session', 'ts:a.ts', 'jsonc']) {
      expect(await html(`\`\`\`${info}\n$ return "x" # 1\n\`\`\``)).toContain('<span class="t');
    }
  });
});
