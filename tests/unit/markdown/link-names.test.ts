import { describe, expect, it } from 'vitest';
import type { NameLookup } from '../../../src/markdown/link-names.ts';
import { createRenderer } from '../../../src/markdown/render.ts';
import { parseMarkdown } from '../../../src/playbook/source/markdown.ts';

const known: Record<string, { href: string; accent?: string; hasFile: boolean }> = {
  'rust-pro': { href: '/r/', accent: 'red', hasFile: true },
  'sql-pro': { href: '/s/', hasFile: false },
  architect: { href: '/a/', hasFile: true },
};

const lookUpName: NameLookup = (name, isBare) => {
  const found = Object.hasOwn(known, name) ? known[name] : undefined;
  return found && (found.hasFile || !isBare) ? found : undefined;
};

async function html(markdown: string): Promise<string> {
  const render = await createRenderer([], { definitions: [], resolve: (url) => url, lookUpName });
  return render.blocks(parseMarkdown(markdown).children).replace(/^<p>|<\/p>$/g, '');
}

const rust = (words: string) => `<a href="/r/" class="mention" data-accent="red">${words}</a>`;
const sql = (words: string) => `<a href="/s/" class="mention">${words}</a>`;

describe('names in rendered text', () => {
  it.each([
    ['Ask @rust-pro.', `Ask ${rust('@rust-pro')}.`],
    ['@rust-pro', rust('@rust-pro')],
    ['@agent-rust-pro', rust('@agent-rust-pro')],
    ['`@rust-pro` and `sql-pro`', `${rust('<code>@rust-pro</code>')} and ${sql('<code>sql-pro</code>')}`],
    ['**@sql-pro**, @architect', `<strong>${sql('@sql-pro')}</strong>, <a href="/a/" class="mention">@architect</a>`],
    [
      'the rust-pro agent: rust-pro, (rust-pro)',
      `the ${rust('rust-pro')} agent: ${rust('rust-pro')}, (${rust('rust-pro')})`,
    ],
    ['rust-pro: yes. rust-pro’s', `${rust('rust-pro')}: yes. ${rust('rust-pro')}’s`],
  ])('are linked in %s', async (markdown, expected) => {
    expect(await html(markdown)).toBe(expected);
  });

  it.each([
    'sql-pro without an at sign',
    'architect, a word',
    'me@rust-pro.example',
    '@rust-pro/package',
    'rust-pro-max and my-rust-pro',
    'rust-pro.md, docs/rust-pro, rust-pro/x',
    'rust-pro::new, rust-pro()',
    '@nobody-known',
  ])('are not linked in %s', async (markdown) => {
    expect(await html(markdown)).not.toContain('mention');
  });

  it('are not linked in code, code blocks and links', async () => {
    expect(await html('`let x = rust-pro`')).not.toContain('mention');
    expect(await html('```\n@rust-pro\n```')).not.toContain('mention');
    expect(await html('[@rust-pro](https://example.org)')).not.toContain('mention');
  });
});
