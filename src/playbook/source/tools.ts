import { mcpToolOf, toolKindOf } from './tool-names.ts';
import { isMapping } from './yaml.ts';

/** One entry of `tools` or `disallowedTools`. */
export interface Tool {
  /** As written, argument included: `Bash(git:*)`. */
  written: string;
  /** The tool itself: `Bash`. */
  name: string;
  /** The text between the brackets; empty if there are none. */
  argument: string;
}

/** The tools that a value grants or denies. */
export interface ToolList {
  /** Absent: all that the tool would allow anyway. */
  allowed?: Tool[];
  denied: Tool[];
  /** Whether the names are separated by spaces, which Claude Code does not document. */
  isSpaceSeparated?: boolean;
}

/**
 * Reads a list of tools: text with commas, spaces or lines between the names, a list, or a mapping from names to `true`
 * and `false`. Commas and spaces inside brackets belong to the argument. Each tool is listed once.
 * @returns `undefined` if the value is none of these: it must not be treated as "all tools"
 */
export function readTools(value: unknown): ToolList | undefined {
  if (isMapping(value)) return readMapping(value);
  if (Array.isArray(value)) {
    const entries: unknown[] = value;
    if (!entries.every((entry) => typeof entry === 'string')) return;
    return { allowed: toTools(rejoined(entries)), denied: [] };
  }
  if (typeof value !== 'string' || value.trim() === '') return;
  const list = value.trim().replace(/^\[|\]$/g, '');
  const separated = list.match(betweenCommas) ?? [];
  if (separated.length > 1 || !/\s/.test(withoutArguments(list))) return { allowed: toTools(separated), denied: [] };
  const words = toTools(list.match(betweenSpaces) ?? []);
  // Text with other words is a sentence about tools.
  const known = words.filter(({ name }) => mcpToolOf(name) ?? toolKindOf(name));
  if (known.length * 3 < words.length * 2) return;
  return { allowed: words, denied: [], isSpaceSeparated: true };
}

/**
 * Reads OpenCode's `permission`: a mapping from tools to `allow`, `ask` or `deny`, or to actions by pattern. A tool is
 * denied if all of its actions are. If `*` is denied, only the other tools of the mapping are allowed.
 */
export function readPermission(permission: unknown): ToolList {
  if (!isMapping(permission)) return { denied: permission === 'deny' ? toTools(['*']) : [] };
  const isDenied = (action: unknown): boolean =>
    isMapping(action) ? Object.values(action).every(isDenied) : action === 'deny';
  const denied = Object.keys(permission).filter((name) => isDenied(permission[name]));
  if (denied.includes('*')) {
    return { allowed: toTools(Object.keys(permission).filter((name) => !denied.includes(name))), denied: [] };
  }
  // In OpenCode, `edit` stands for every tool that changes files.
  return { denied: toTools(denied.flatMap((name) => (name === 'edit' ? ['edit', 'write', 'patch'] : [name]))) };
}

/** Everything stays allowed that the mapping does not name, unless it denies `*`. */
function readMapping(value: Record<string, unknown>): ToolList | undefined {
  const entries = Object.entries(value);
  if (!entries.every(([, allowed]) => typeof allowed === 'boolean')) return;
  const named = (allowed: boolean) => toTools(entries.filter((entry) => entry[1] === allowed).map(([name]) => name));
  return value['*'] === false ? { allowed: named(true), denied: [] } : { denied: named(false) };
}

function toTools(written: readonly string[]): Tool[] {
  const entries = written.map(withoutListSyntax).filter((entry) => entry !== '');
  return [...new Set(entries)].map((entry) => {
    const match = /^([^()]+)\((.*)\)$/s.exec(entry);
    return { written: entry, name: (match?.[1] ?? entry).trim(), argument: match?.[2]?.trim() ?? '' };
  });
}

/** Maximum number of parts of an argument that YAML has split. Without a limit, brackets that are never closed would take long. */
const MAX_PARTS = 50;

/** Joins the parts of entries that YAML has split: in `[Bash(git add:*, git commit:*)]`, the comma is one of the list. */
function rejoined(entries: readonly string[]): string[] {
  const joined: string[] = [];
  for (let index = 0; index < entries.length; index++) {
    let open = 0;
    const parts = entries.slice(index, index + MAX_PARTS);
    const end = parts.findIndex((part) => (open += part.split('(').length - part.split(')').length) <= 0);
    joined.push(parts.slice(0, Math.max(0, end) + 1).join(', '));
    index += Math.max(0, end);
  }
  return joined;
}

/** Removes the hyphen and the quotes of an entry in a list that could not be read as YAML. */
function withoutListSyntax(entry: string): string {
  return entry
    .trim()
    .replace(/^-\s+/, '')
    .replace(/^(["'])(.*)\1$/s, '$2')
    .trim();
}

function withoutArguments(list: string): string {
  return list.replace(/\((?:[^()]|\([^()]*\))*\)/g, '');
}

/** Matches the names in a list with commas or lines. Allows one level of nested brackets: `Bash(echo $(date), x)`. */
const betweenCommas = /(?:[^,()\n]|\((?:[^()]|\([^()]*\))*\)|[()])+/g;
/** The same for a list with spaces. */
const betweenSpaces = /(?:[^\s()]|\((?:[^()]|\([^()]*\))*\)|[()])+/g;
