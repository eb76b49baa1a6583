import { describe, expect, it } from 'vitest';
import { findStray } from '../../../src/integrations/bundles.ts';

const isEntry = (module: string) => module === 'search.ts';
const bundle = { type: 'chunk' as const, fileName: 'search.js', moduleIds: ['search.ts', 'words.ts'] };

/** Finds a stray chunk beside the bundle, given static imports and dynamic importers of modules. */
function findBeside(
  chunk: { facadeModuleId?: string; moduleIds: string[] },
  imports: Record<string, string[]>,
  dynamicImporters: Record<string, string[]> = {},
) {
  const other = { type: 'chunk' as const, fileName: 'page.js', imports: ['search.js'], ...chunk };
  return findStray([bundle, other], isEntry, (id) => ({
    importedIds: imports[id] ?? [],
    dynamicImporters: dynamicImporters[id] ?? [],
  }));
}

describe('findStray', () => {
  it('finds a chunk that loads a bundle for a module that is not an entry', () => {
    const imports = { 'page.ts': ['words.ts'], 'search.ts': ['words.ts'] };
    expect(findBeside({ moduleIds: ['page.ts'] }, imports)).toEqual({ chunk: 'page.js', module: 'words.ts' });
  });

  it('accepts a chunk that imports an entry, directly or not', () => {
    const imports = { 'page.ts': ['dialog.ts'], 'dialog.ts': ['search.ts'], 'search.ts': ['words.ts'] };
    expect(findBeside({ moduleIds: ['page.ts'] }, imports)).toBeUndefined();
  });

  it('accepts a chunk that only the bundle itself imports later', () => {
    const later = { facadeModuleId: 'corrections.ts', moduleIds: ['corrections.ts'] };
    const imports = { 'corrections.ts': ['words.ts'] };
    expect(findBeside(later, imports, { 'corrections.ts': ['search.ts'] })).toBeUndefined();
    expect(findBeside(later, imports, { 'corrections.ts': ['search.ts', 'page.ts'] })).toEqual({
      chunk: 'page.js',
      module: 'words.ts',
    });
  });
});
