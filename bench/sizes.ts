import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { type Bench } from './lib/measurement.ts';
import { kilobytes, median, table } from './lib/report.ts';
import { buildSite, ownAgents, workFolder } from './lib/built-site.ts';

/** The compressed bytes that a page of one kind costs: its HTML, and the scripts that it loads without being used. */
interface PageSize {
  readonly html: number;
  readonly scripts: number;
  readonly scriptFiles: number;
}

/** Bytes of HTML and scripts by kind of page, beside those of an earlier build. */
export const sizes: Bench = {
  about: 'compressed bytes by kind of page; --file=FOLDER compares with an earlier build in that folder',
  runs: 1,
  async run(_runs, { file } = {}) {
    await buildSite(ownAgents, 'site');
    const now = sizesByKind(join(workFolder, 'site'));
    const before = file === undefined ? undefined : sizesByKind(file);
    const rows = [...now].map(([kind, { html, scripts, scriptFiles }]) => {
      const earlier = before?.get(kind);
      return [
        kind,
        kilobytes(html),
        change(html, earlier?.html),
        kilobytes(scripts),
        change(scripts, earlier?.scripts),
        scriptFiles.toFixed(0) + (earlier ? ` (${earlier.scriptFiles.toFixed(0)})` : ''),
        change(html + scripts, earlier && earlier.html + earlier.scripts),
      ];
    });
    console.log(table([['kB', 'HTML', '', 'scripts', '', 'script files', 'both'], ...rows]));
    console.log(
      '\nMedians over the pages of a kind, each file compressed with Brotli as the server does; 1 kB is 1,000 bytes.\n' +
        'Scripts are those in the HTML with their static imports; what a page imports later is not counted.',
    );
  },
};

/** Measures every page of a built site, and takes the median of each kind. */
function sizesByKind(site: string): Map<string, PageSize> {
  const compressed = new Map<string, number>();
  const sizeOf = (path: string) => {
    const size = compressed.get(path) ?? compressedBytes(readFileSync(join(site, path)));
    compressed.set(path, size);
    return size;
  };
  const pages = globSync('**/*.html', { cwd: site }).map((path) => {
    const scripts = scriptsAtStart(site, path);
    const bytes = [...scripts].reduce((sum, script) => sum + sizeOf(script), 0);
    return { kind: kindOf(path), html: sizeOf(path), scripts: bytes, scriptFiles: scripts.size };
  });
  const byKind = [...Map.groupBy(pages, ({ kind }) => kind)].sort(([a], [b]) => (a < b ? -1 : 1));
  const middle = (same: readonly PageSize[], of: (page: PageSize) => number) => median(same.map(of));
  return new Map(
    byKind.map(([kind, same]) => [
      kind,
      {
        html: middle(same, ({ html }) => html),
        scripts: middle(same, ({ scripts }) => scripts),
        scriptFiles: middle(same, ({ scriptFiles }) => scriptFiles),
      },
    ]),
  );
}

/** `topics/async/index.html` is a page of the kind `/topics/…/`. */
function kindOf(path: string): string {
  const folders = dirname(path).replaceAll('\\', '/').split('/');
  if (folders[0] === '.') return `/${path}`;
  return `/${folders.map((name, depth) => (depth === 0 ? name : '…')).join('/')}/`;
}

/** The paths of the scripts in a page's HTML, and of all that they import statically. */
function scriptsAtStart(site: string, page: string): Set<string> {
  const html = readFileSync(join(site, page), 'utf8');
  const found = new Set<string>();
  const left = [...html.matchAll(/<script[^>]+src="[^"]*\/(_astro\/[^"]+)"/g)].map(([, path = '']) => path);
  for (let path = left.pop(); path !== undefined; path = left.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    const folder = posix.dirname(path);
    const code = readFileSync(join(site, path), 'utf8');
    // The bundler writes static imports without a parenthesis and from relative paths.
    const imports = code.matchAll(/\b(?:import|from)\s*(["'`])(\.[^"'`]+)\1/g);
    left.push(...[...imports].map(([, , target = '']) => posix.join(folder, target)));
  }
  return found;
}

/** Compresses with the quality that the compression middleware uses. */
function compressedBytes(content: Buffer): number {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length;
}

function change(now: number, before: number | undefined): string {
  return before === undefined || before === 0 ? '' : `${(100 * (now / before - 1)).toFixed(1)} %`;
}
