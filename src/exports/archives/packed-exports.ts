import type { Export, ExportedFile, Loss } from '../export.ts';

/** A file of an agent for one tool. Most contain the system prompt as it is, which `PackedExports` has once for all. */
type PackedFile = { path: string; losses: Loss[] } & (
  { before: string; after: string } | { text: string } | { isSource: true }
);

/** All exports of an agent, as its JSON file has them. */
export interface PackedExports {
  name: string;
  /** The system prompt. */
  prompt: string;
  /** By the id of the tool. */
  targets: Record<string, PackedFile | { refusal: string }>;
}

/**
 * Packs the exports of an agent.
 * @param source the text of its own file: an export with the same text is that file, byte for byte
 * @param exports by the id of the tool
 */
export function packExports(
  { name, prompt, source }: { name: string; prompt: string; source: string },
  exports: readonly (readonly [string, Export])[],
): PackedExports {
  const own = withoutLineEnds(source);
  const packed = exports.map(([id, one]) => {
    if ('refusal' in one) return [id, { refusal: one.refusal }] as const;
    const { path, losses, text } = one;
    return [id, { path, losses, ...packText(text, prompt, own) }] as const;
  });
  return { name, prompt, targets: Object.fromEntries<PackedExports['targets'][string]>(packed) };
}

function packText(text: string, prompt: string, own: string) {
  if (withoutLineEnds(text) === own) return { isSource: true } as const;
  const at = prompt === '' ? -1 : text.indexOf(prompt);
  return at === -1 ? { text } : { before: text.slice(0, at), after: text.slice(at + prompt.length) };
}

/** Returns a text without what two editors would write differently: blank lines, and the ends of lines. */
function withoutLineEnds(text: string): string {
  return text.replace(/[\r\n]+/g, '\n').trim();
}

/** An export whose file is that of the agent itself. */
export type SourceFile = Pick<ExportedFile, 'path' | 'losses'> & { isSource: true };

/** Unpacks the export for a tool. */
export function unpackExport({ prompt, targets }: PackedExports, id: string): Export | SourceFile {
  const packed = Object.hasOwn(targets, id) ? targets[id] : undefined;
  if (!packed) return { refusal: 'This site has no export for the tool.' };
  if ('refusal' in packed || 'isSource' in packed) return packed;
  const { path, losses } = packed;
  return { path, losses, kept: [], text: 'text' in packed ? packed.text : packed.before + prompt + packed.after };
}
