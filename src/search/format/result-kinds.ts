/**
 * The kinds of results, in the order of the filters. (Results are ordered by their best match: `group-hits.ts`.) `words` are the words with which people name the kind in a query:
 * "gate for unsafe code" asks for a gate.
 */
export const resultKinds = {
  agent: { one: 'Agent', many: 'Agents', words: 'agent' },
  section: { one: 'Section', many: 'Sections', words: '' },
  'decision-tree': { one: 'Decision tree', many: 'Decision trees', words: 'decision tree' },
  flow: { one: 'Flow', many: 'Flows', words: 'workflow flow' },
  gate: { one: 'Gate', many: 'Gates', words: 'quality gate checklist' },
  template: { one: 'Template', many: 'Templates', words: 'handoff template' },
  message: { one: 'Message', many: 'Messages', words: 'message JSON' },
  delegation: { one: 'Delegation', many: 'Delegations', words: 'delegation delegate' },
  roster: { one: 'Roster entry', many: 'Roster', words: 'roster specialist' },
  topic: { one: 'Topic', many: 'Topics', words: 'topic' },
  guide: { one: 'Guide', many: 'Guide', words: 'guide help' },
} as const satisfies Record<string, { one: string; many: string; words: string }>;

export type ResultKind = keyof typeof resultKinds;

/** Every kind, in order. */
export const kindOrder = Object.keys(resultKinds) as ResultKind[];

const kindWords = Object.entries(resultKinds).map(
  ([kind, { words }]) => [kind, new Set(words.toLowerCase().split(' '))] as const,
);

/** Whether a folded word names a kind of result: the given one, or any. */
export function namesKind(word: string, kind?: ResultKind): boolean {
  const singular = word.length > 3 ? word.replace(/s$/, '') : word;
  return kindWords.some(([one, words]) => (kind === undefined || kind === one) && words.has(singular));
}
