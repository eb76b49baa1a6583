import { readFileSync, readdirSync } from 'node:fs';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { readAgentsFolder } from '../../../../src/content/agents-folder.ts';
import { createPlaybook } from '../../../../src/playbook/playbook.ts';
import { readTopics } from '../../../../src/playbook/topics/read-topics.ts';
import { parseMarkdown } from '../../../../src/playbook/source/markdown.ts';
import { llmsFullText, llmsText } from '../../../../src/views/markdown-pages/llms.ts';
import type { MarkdownSource } from '../../../../src/views/markdown-pages/markdown-source.ts';
import { markdownPath } from '../../../../src/views/markdown-pages/markdown-path.ts';
import { markdownPages } from '../../../../src/views/markdown-pages/markdown-pages.ts';
import { allFixtures } from '../../playbook/helpers.ts';
import { playbookOf } from '../playbook-of.ts';

const samplesFolder = 'content/guide/samples/';
const samples = new Map(
  readdirSync(samplesFolder).map((file) => [file, readFileSync(samplesFolder + file, 'utf8')] as const),
);
const topics = readTopics(readFileSync('tests/fixtures/topics/rust.yaml', 'utf8'), 'rust.yaml');
const body = readFileSync('content/guide/write-an-agent.mdx', 'utf8').replace(/^---.*?\n---\n/s, '');
const guide = [{ id: 'write-an-agent', title: 'Write an agent', description: 'By example.', body }];

const team: MarkdownSource = {
  playbook: createPlaybook(await readAgentsFolder('tests/fixtures/rust-team')),
  topics,
  guide,
  samples,
};
const hostile: MarkdownSource = { ...team, playbook: createPlaybook(allFixtures()) };

async function allMarkdownPages(source: MarkdownSource): Promise<{ page: string; text: string }[]> {
  return Promise.all(markdownPages(source).map(async ({ page, markdown }) => ({ page, text: await markdown() })));
}

/** The addresses that markdown links to. */
function linksIn(markdown: string): string[] {
  const found: string[] = [];
  visit(parseMarkdown(markdown), 'link', ({ url }) => {
    found.push(url);
  });
  return found;
}

const files = ['/playbook.json', '/schema/playbook.json', '/SKILL.md', '/llms-full.txt'];

describe.each([
  ['a team of five', team],
  ['files with every mistake, some of them hostile', hostile],
])('the markdown pages of %s', (_, source) => {
  it('are one for each page, each with one main heading and no skipped level', async () => {
    const all = await allMarkdownPages(source);
    expect(new Set(all.map(({ page }) => page)).size).toBe(all.length);
    for (const { page, text } of all) {
      const levels: number[] = [];
      visit(parseMarkdown(text), 'heading', ({ depth }) => {
        levels.push(depth);
      });
      expect([page, levels[0], levels.filter((level) => level === 1).length]).toEqual([page, 1, 1]);
      expect(
        levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1),
        page,
      ).toBe(true);
    }
  });

  it('have no HTML and no link that runs code', async () => {
    for (const { page, text } of await allMarkdownPages(source)) {
      const html: string[] = [];
      visit(parseMarkdown(text), 'html', ({ value }) => {
        html.push(value);
      });
      expect([page, html]).toEqual([page, []]);
      expect(linksIn(text).filter((url) => !/^(?:\/|https?:\/\/|mailto:)/.test(url))).toEqual([]);
    }
  });

  it('link only to pages of the site and to files of agents, with their addresses from the root', async () => {
    const all = await allMarkdownPages(source);
    const pages = new Set([
      ...all.map(({ page }) => page),
      ...source.playbook.agents.map(({ id }) => `/agents/${id}.md`),
    ]);
    const known = (url: string) => {
      const path = decodeURI(url.replace(/[#?].*$/, ''));
      return pages.has(path) || pages.has(path.replace(/index\.md$/, '')) || markdownPath(path as '/') === undefined;
    };
    const broken = all.flatMap(({ page, text }) =>
      linksIn(text)
        .filter((url) => url.startsWith('/') && !files.includes(url) && !known(url))
        // A page of the guide that is not in the source of this test.
        .filter((url) => !url.startsWith('/guide/'))
        .map((url) => `${page} links to ${url}`),
    );
    expect(broken).toEqual([]);
  });
});

describe('the markdown version of an agent', () => {
  it('has the system prompt exactly as written, also if it contains fences', async () => {
    const prompt = '# Title\n\n````md\n```\ncode\n```\n````\n\n<b>bold</b>';
    const playbook = playbookOf({ 'tide-clerk': prompt });
    const page = markdownPages({ ...team, playbook }).find(({ page }) => page === '/agents/tide-clerk/');
    const fences: string[] = [];
    visit(parseMarkdown((await page?.markdown()) ?? ''), 'code', ({ value }) => {
      fences.push(value);
    });
    expect(fences).toEqual([prompt]);
  });
});

describe('the markdown version of a guide page', () => {
  it('shows samples as code, and no words of MDX', async () => {
    const page = markdownPages(team).find(({ page }) => page === '/guide/write-an-agent/');
    const text = (await page?.markdown()) ?? '';
    expect(text).toContain(samples.get('gate.md')?.trim());
    expect(text).not.toMatch(/^import |<Demo/m);
  });
});

describe('llms.txt', () => {
  it('has a title, a summary and lists of links to markdown pages and files that exist', async () => {
    const text = llmsText(team);
    const { children } = parseMarkdown(text);
    expect(children.slice(0, 2).map(({ type }) => type)).toEqual(['heading', 'blockquote']);
    const pages = new Set((await allMarkdownPages(team)).map(({ page }) => markdownPath(page as '/')));
    const links = linksIn(text);
    expect(links).toContain('/agents/rust-pro/index.md');
    expect(links.filter((url) => !files.includes(url) && !pages.has(url as `/${string}`))).toEqual([]);
  });

  it('says in its full form what each agent’s prompt is, unless they are more than a model reads', () => {
    expect(llmsFullText(team)).toContain(team.playbook.agents[0]?.body.trim());
    const long = `Sweep the pier. ${'x'.repeat(4_000_000)}`;
    const text = llmsFullText({ ...team, playbook: playbookOf({ 'tide-clerk': long }) });
    expect(text).toContain('/agents/tide-clerk.md');
    expect(text.length).toBeLessThan(20_000);
  });
});
