import { strToU8, zipSync, type Zippable } from 'fflate';
import { isSafePath, pathKey } from '../file-names.ts';

/** A file of an archive. Its path has forward slashes and is relative to the archive. */
export interface ArchiveFile {
  path: string;
  content: string | Uint8Array;
}

const LEVEL = 6;

/**
 * Makes a zip archive. The same files, in any order, give the same bytes.
 * @throws RangeError if a path could leave the folder, or if two files have the same path
 */
export function zip(files: readonly ArchiveFile[]): Uint8Array<ArrayBuffer> {
  const contents: Zippable = {};
  const keys = new Set<string>();
  for (const { path, content } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if (!isSafePath(path)) throw new RangeError(`${path} is not a safe path for an archive.`);
    if (keys.has(pathKey(path))) throw new RangeError(`The archive would contain ${path} twice.`);
    keys.add(pathKey(path));
    contents[path] = typeof content === 'string' ? strToU8(content) : content;
  }
  // A fixed time: archives of the same files have the same bytes. Zip stores the local time, so it is made in local time.
  return new Uint8Array(zipSync(contents, { level: LEVEL, mtime: new Date(2000, 0, 1) }));
}
