import { href } from '../../links.ts';
import { publicAddress } from '../shared/public-url.ts';
import { blocks, fence, link, plain } from './markdown-text.ts';

/** A page of the guide. */
export interface GuideEntry {
  id: string;
  title: string;
  description: string;
  /** Its text, in MDX. */
  body: string;
}

/** A line of MDX that imports the text of a sample: `import tree from './samples/tree.md?raw';`. */
const sampleImport = /^import (\w+) from '\.\/samples\/([\w-]+\.md)\?raw';$/;

/** A line of MDX that shows a sample. */
const demo = /^<Demo source=\{(\w+)\} \/>$/;

/**
 * Returns the markdown version of a page of the guide: its text, in which a sample is a fence.
 * @param samples the text of each sample by the name of its file
 */
export function guideMarkdown({ title, description, body }: GuideEntry, samples: ReadonlyMap<string, string>): string {
  const imported = new Map<string, string>();
  let mark = '';
  const lines = body.split('\n').flatMap((line) => {
    const fenceMark = /^\s*(`{3,})/.exec(line)?.[1] ?? '';
    if (mark === '') mark = fenceMark;
    else if (fenceMark === mark) mark = '';
    if (mark !== '') return [line];
    const [, name, file] = sampleImport.exec(line) ?? [];
    if (name !== undefined && file !== undefined) {
      imported.set(name, samples.get(file) ?? '');
      return [];
    }
    const shown = demo.exec(line)?.[1];
    if (shown !== undefined) return [fence(imported.get(shown) ?? '', 'markdown')];
    return [withAddresses(line).replaceAll(/<\/?kbd>/g, '`')];
  });
  return blocks(`# ${plain(title)}`, `> ${plain(description)}`, lines.join('\n').trim());
}

/** Adds the base path to links, which the authors of the guide leave out. */
function withAddresses(line: string): string {
  return line.replace(/\]\((\/[^\s()]*)\)/g, (_, path: `/${string}`) => `](${publicAddress(href(path))})`);
}

/** Returns the markdown version of the guide's list of pages. */
export function guideListMarkdown(entries: readonly (GuideEntry & { path: `/${string}` })[]): string {
  return blocks(
    '# Guide',
    '> How to use this site, and how to write an agent that it understands.',
    entries.map(({ title, path, description }) => `- ${link(title, href(path))}: ${plain(description)}`).join('\n'),
  );
}
