import { globSync, readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as pagefind from 'pagefind';
import { isCalled, type Judgement, type Named } from './judge.ts';
import { withFilesOf } from './built-engine.ts';

/** What the baseline finds: a heading of a persona page; it knows of no kinds. */
interface Place {
  /** More than one for the first section of a page: as a result, it stands for the page as well. */
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

/** Sections shown of each page: as many as in Pagefind's own widget. */
const SECTIONS_OF_PAGE = 3;
/** Pages of which the text is looked at. */
const MOST_PAGES = 10;

/**
 * What most would do: Pagefind over the persona pages alone, as it is, and its results as its own widget shows
 * them: pages, each with its best sections.
 * @param site folder of the built site
 * @param folder for the index; emptied
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

  withFilesOf(root);
  const engine = (await import(join(root, 'pagefind/pagefind.js'))) as PlainPagefind;
  await engine.options({ basePath: join(root, 'pagefind/'), baseUrl: '/' });
  return async (query) => {
    const { results } = await engine.search(query);
    const pages = await Promise.all(results.slice(0, MOST_PAGES).map((result) => result.data()));
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

/** Kinds that have no place in a persona page. */
const elsewhere = /^(?:roster|topic|guide) /;

/** The judgements that can be met by persona pages, with the answers that stand there. */
export function forPersonaPages(judgements: readonly Judgement[]): Judgement[] {
  return judgements
    .map((one) => ({ ...one, five: [], answers: one.answers.filter((name) => !elsewhere.test(name)) }))
    .filter(({ answers }) => answers.length > 0);
}

/** A place as the right answer, if it can be taken for one. */
export function namedAs({ titles, agent }: Place, answers: readonly string[]): Named {
  const kinds = answers.map((name) => name.slice(0, name.indexOf(' ')));
  const named = titles.flatMap((title) => kinds.map((kind) => ({ title, kind, agent })));
  const right = named.find((one) => answers.some((name) => isCalled(one, name)));
  return right ?? { title: titles[0] ?? '', kind: 'section', agent };
}
