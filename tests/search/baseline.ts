import { globSync, readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as pagefind from 'pagefind';
import { hasName, type Judgement, type Named } from './judge.ts';
import { serveFromDisk } from './built-engine.ts';

/** A result of the baseline: a heading of a persona page, without a kind. */
interface Place {
  /** The first section of a page also counts as the page, so it has both titles. */
  titles: string[];
  agent: string;
}

interface PlainPagefind {
  options: (options: { basePath: string; baseUrl: string }) => Promise<void>;
  search: (query: string) => Promise<{ results: { data: () => Promise<PlainPage> }[] }>;
}

interface PlainPage {
  meta: Record<string, string>;
  sub_results: { title: string; anchor?: { id: string }; locations: number[] }[];
}

/** Sections to show of each page, as many as Pagefind's own widget shows. */
const SECTIONS_OF_PAGE = 3;
/** Most pages to load. */
const MAX_PAGES = 10;

/**
 * Makes the baseline: Pagefind with its defaults, over the persona pages only. Its results are those of Pagefind's own
 * widget: pages, each with its best sections.
 * @param site folder of the built site
 * @param folder for the index; emptied first
 */
export async function makeBaseline(site: string, folder: string): Promise<(query: string) => Promise<Place[]>> {
  const root = resolve(folder);
  await rm(root, { recursive: true, force: true });
  await mkdir(root, { recursive: true });
  const { index, errors } = await pagefind.createIndex({ rootSelector: 'article' });
  if (!index) throw new Error(errors.join('; '));
  for (const path of globSync('agents/*/index.html', { cwd: site }).sort()) {
    await index.addHTMLFile({ sourcePath: path, content: readFileSync(join(site, path), 'utf8') });
  }
  await index.writeFiles({ outputPath: join(root, 'pagefind') });
  await pagefind.close();

  serveFromDisk(root);
  const engine = (await import(join(root, 'pagefind/pagefind.js'))) as PlainPagefind;
  await engine.options({ basePath: join(root, 'pagefind/'), baseUrl: '/' });
  return async (query) => {
    const { results } = await engine.search(query);
    const pages = await Promise.all(results.slice(0, MAX_PAGES).map((result) => result.data()));
    return pages.flatMap(({ meta, sub_results: found }) => {
      const agent = meta.title ?? '';
      const sections = found
        .filter(({ anchor }) => anchor)
        .sort((a, b) => b.locations.length - a.locations.length)
        .slice(0, SECTIONS_OF_PAGE);
      const [best, ...others] = sections.map(({ title }) => title);
      return [[agent, ...(best === undefined ? [] : [best])], ...others.map((title) => [title])].map((titles) => ({
        titles,
        agent,
      }));
    });
  };
}

/** Kinds that are not on a persona page. */
const elsewhere = /^(?:roster|topic|guide) /;

/** Returns the judgements that persona pages can meet, with the answers that are on these pages. */
export function forPersonaPages(judgements: readonly Judgement[]): Judgement[] {
  return judgements
    .map((one) => ({ ...one, five: [], answers: one.answers.filter((name) => !elsewhere.test(name)) }))
    .filter(({ answers }) => answers.length > 0);
}

/** Names a baseline result as the right answer if it counts as one. */
export function nameResult({ titles, agent }: Place, answers: readonly string[]): Named {
  const kinds = answers.map((name) => name.slice(0, name.indexOf(' ')));
  const named = titles.flatMap((title) => kinds.map((kind) => ({ title, kind, agent })));
  const right = named.find((one) => answers.some((name) => hasName(one, name)));
  return right ?? { title: titles[0] ?? '', kind: 'section', agent };
}
