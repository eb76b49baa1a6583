/** What a result can be. In the order used wherever nothing else orders. */
export const resultKinds = {
  agent: { one: 'Agent', many: 'Agents' },
  section: { one: 'Section', many: 'Sections' },
  'decision-tree': { one: 'Decision tree', many: 'Decision trees' },
  flow: { one: 'Flow', many: 'Flows' },
  gate: { one: 'Gate', many: 'Gates' },
  template: { one: 'Template', many: 'Templates' },
  message: { one: 'Message', many: 'Messages' },
  delegation: { one: 'Delegation', many: 'Delegations' },
  roster: { one: 'Roster entry', many: 'Roster' },
  topic: { one: 'Topic', many: 'Topics' },
  guide: { one: 'Guide', many: 'Guide' },
} as const satisfies Record<string, { one: string; many: string }>;

export type ResultKind = keyof typeof resultKinds;

/** Every kind, in order. */
export const kindOrder = Object.keys(resultKinds) as ResultKind[];

/** Whether a text, from an address or an index, names a kind. */
export function isResultKind(text: string): text is ResultKind {
  return Object.hasOwn(resultKinds, text);
}
