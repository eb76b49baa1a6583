import type { Loss, Refusal } from '../export.ts';
import { isSafePath, pathKey } from '../file-names.ts';
import type { ArchiveFile } from './zip.ts';

/** An agent that the reader has chosen, as a file for the chosen tool. */
export interface ChosenAgent {
  id: string;
  name: string;
  export: Refusal | { path: string; content: string | Uint8Array; losses: readonly Loss[] };
}

/** Something that the files do not carry as it is, and the agents that it concerns. */
export interface Change extends Loss {
  names: string[];
}

/** The files for a tool, and what the reader should know before using them. */
export interface Bundle {
  files: ArchiveFile[];
  leftOut: { name: string; reason: string }[];
  changes: Change[];
}

/**
 * Lays out chosen agents as the files of a project. The order in which they were chosen does not matter. An agent whose
 * file would overwrite that of another is left out.
 */
export function bundle(chosen: readonly ChosenAgent[]): Bundle {
  const files: ArchiveFile[] = [];
  const leftOut: Bundle['leftOut'] = [];
  const changes = new Map<string, Change>();
  const nameAt = new Map<string, string>();
  for (const { name, export: one } of [...chosen].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const reason = 'refusal' in one ? one.refusal : whyNotAt(one.path, nameAt);
    if (reason !== undefined || 'refusal' in one) {
      leftOut.push({ name, reason: reason ?? '' });
      continue;
    }
    nameAt.set(pathKey(one.path), name);
    files.push({ path: one.path, content: one.content });
    for (const loss of one.losses) {
      const key = JSON.stringify([loss.field, loss.effect, loss.explanation]);
      const change = changes.get(key) ?? { ...loss, names: [] };
      changes.set(key, change);
      change.names.push(name);
    }
  }
  return { files, leftOut, changes: [...changes.values()].sort((a, b) => b.names.length - a.names.length) };
}

function whyNotAt(path: string, nameAt: ReadonlyMap<string, string>): string | undefined {
  if (!isSafePath(path)) return 'The name of its file is not safe on all systems.';
  const other = nameAt.get(pathKey(path));
  return other === undefined ? undefined : `Its file would overwrite ${path} of ${other}.`;
}
