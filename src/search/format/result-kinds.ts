/**
 * What a result can be, in the order used wherever nothing else orders. `words` are those by which people name
 * the kind, to be found by: "gate for unsafe code" means a gate.
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

/** Whether a word, folded, names a kind of thing: a given one, or any. */
export function namesKind(word: string, kind?: ResultKind): boolean {
  const singular = word.length > 3 ? word.replace(/s$/, '') : word;
  return kindWords.some(([one, words]) => (kind === undefined || kind === one) && words.has(singular));
}
