import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Keeps results of a build on disk for the next one, each in a file with a checksum. Synchronous, because a file is read in
 * less time than it takes to wait for it.
 */
export class DiskCache<Value> {
  readonly #folder: () => string;
  readonly #isValue: (value: unknown) => value is Value;

  /**
   * @param folder called each time, because tests change it
   * @param isValue checks what was read: the file may have been written by another version
   */
  constructor(folder: () => string, isValue: (value: unknown) => value is Value) {
    this.#folder = folder;
    this.#isValue = isValue;
  }

  /** Whether a value was stored. It may be damaged: then it cannot be read. */
  has(key: string): boolean {
    return existsSync(this.#fileOf(key));
  }

  /** Reads a value; `undefined` if there is none or if it is damaged. */
  read(key: string): Value | undefined {
    try {
      const text = readFileSync(this.#fileOf(key), 'utf8');
      const end = text.indexOf('\n');
      const content = text.slice(end + 1);
      // Files are written atomically, but disks fill up and people edit files.
      if (end < 0 || text.slice(0, end) !== checksum(content)) return;
      const value: unknown = JSON.parse(content);
      return this.#isValue(value) ? value : undefined;
    } catch {
      return;
    }
  }

  /** Stores a value. If that fails, the next build computes it again. */
  write(key: string, value: Value): void {
    const file = this.#fileOf(key);
    const temporary = `${file}.${String(process.pid)}`;
    const content = JSON.stringify(value);
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(temporary, `${checksum(content)}\n${content}`);
      renameSync(temporary, file);
    } catch {
      removeIfThere(temporary);
    }
  }

  #fileOf(key: string): string {
    return join(this.#folder(), `${key}.json`);
  }
}

/** Returns a key: a hash of everything that a value depends on. */
export function cacheKey(...dependencies: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(dependencies)).digest('hex');
}

function removeIfThere(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Its folder could not be made.
  }
}

function checksum(content: string): string {
  return createHash('sha256').update(content).digest('base64url');
}
