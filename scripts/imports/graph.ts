import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

/** One import, export-from, `import()` or type import. */
export interface Import {
  readonly from: string;
  /** A path in the project with `/` as separator, or the specifier of a package or a builtin. */
  readonly to: string;
  /** Counted from 1. */
  readonly line: number;
}

/** Reads every import of the files that match a glob below a folder, those of `.astro` files included. */
export function readImports(root: string, pattern: string): { files: string[]; imports: Import[] } {
  const files = globSync(pattern, { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
  return { files, imports: files.flatMap((path) => importsIn(path, readFileSync(join(root, path), 'utf8'))) };
}

/** Lists the imports of one file. */
export function importsIn(path: string, text: string): Import[] {
  const code = path.endsWith('.astro') ? scriptsOfAstro(text) : text;
  return ts.preProcessFile(code, true, true).importedFiles.map(({ fileName, pos }) => ({
    from: path,
    to: fileName.startsWith('.') ? posix.join(posix.dirname(path), fileName.replace(/\?.*$/, '')) : fileName,
    line: code.slice(0, pos).split('\n').length,
  }));
}

/** Blanks everything but the front matter and the scripts of an Astro file, so that lines keep their numbers. */
function scriptsOfAstro(text: string): string {
  const blank = (part: string) => part.replace(/[^\n]/g, '');
  return text.replace(
    /^---\n([\s\S]*?\n)---$|(<script>)([\s\S]*?)<\/script>|[^\n]/gm,
    (match: string, frontMatter?: string, opening?: string, script?: string) => {
      if (frontMatter !== undefined) return `\n${frontMatter}`;
      return opening === undefined ? blank(match) : (script ?? '');
    },
  );
}
