import { agentPath, href } from '../../links.ts';
import { abilities, accessOf, type Access, type Grant } from '../../playbook/access.ts';
import { accentOf, monogramOf, type Accent } from '../../playbook/accent.ts';
import type { Agent } from '../../playbook/agent.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import type { Ability } from '../../playbook/source/tool-names.ts';
import { isPaged, mostImportantFirst } from '../shared/index-page.ts';
import { counted } from '../../lib/counted.ts';

/** Each ability as a column, and as a phrase after "may". */
export const abilityLabels: Record<Ability, { column: string; phrase: string }> = {
  read: { column: 'Read', phrase: 'read files' },
  write: { column: 'Change', phrase: 'change files' },
  run: { column: 'Run', phrase: 'run commands' },
  network: { column: 'Network', phrase: 'use the network' },
  agents: { column: 'Agents', phrase: 'call agents' },
  mcp: { column: 'MCP', phrase: 'use MCP servers' },
};

/** Each grant in words: beside its sign in the legend, and in the cells for screen readers. */
export const grantLabels: Record<Grant, string> = {
  yes: 'Allowed',
  open: 'Not limited by the file',
  partly: 'Some tools denied',
  unknown: 'Cannot be read',
  no: 'Not allowed',
};

/** The most permissive first, for sorting. */
const ranks: Record<Grant, number> = { open: 5, yes: 4, partly: 3, unknown: 2, no: 1 };

/** What one agent may do. */
export interface AccessRow {
  id: string;
  name: string;
  href: string;
  accent: Accent;
  monogram: string;
  cells: { ability: Ability; grant: Grant; rank: number }[];
  /** The abilities that it has or may have: those that a reader must reckon with. */
  may: Ability[];
  basis: Access['basis'];
  /** Where the grants come from, and what no column shows. */
  note: string;
  /** The value of `permissionMode`; empty if there is none. */
  mode: string;
}

/** The page that compares what all agents may do. */
export interface AccessView {
  summary: string;
  rows: AccessRow[];
  /** The grants in the table, for its legend. */
  grants: Grant[];
  facets: { id: string; label: string; values: { value: string; label: string; count: number }[] }[];
}

/** Returns what each agent may do: in reading order, or the most important agents first if there are many. */
export function accessView(playbook: Playbook): AccessView {
  const { agents } = playbook;
  const paged = isPaged(agents.length);
  const ordered = paged ? mostImportantFirst(agents, playbook, ({ id }) => id) : agents;
  const rows = ordered.map(accessRow);
  const used = new Set(rows.flatMap(({ cells }) => cells.map(({ grant }) => grant)));
  const count = (test: (row: AccessRow) => boolean) => rows.filter(test).length;
  const bases = [
    { value: 'listed', label: 'Listed in the file' },
    { value: 'open', label: 'Not limited' },
    { value: 'unreadable', label: 'Cannot be read' },
  ].map((one) => ({ ...one, count: count(({ basis }) => basis === one.value) }));
  const facets = [
    {
      id: 'may',
      label: 'May',
      values: abilities.map((ability) => ({
        value: ability,
        label: abilityLabels[ability].phrase,
        count: count(({ may }) => may.includes(ability)),
      })),
    },
    { id: 'basis', label: 'Tools', values: bases.filter(({ count }) => count > 0) },
  ];
  return {
    summary: summaryOf(rows),
    rows,
    grants: (Object.keys(grantLabels) as Grant[]).filter((grant) => used.has(grant)),
    facets: facets.filter(({ values }) => values.some(({ count }) => count > 0 && count < rows.length)),
  };
}

/** Returns the abilities that an agent has or may have. */
function mayOf(agent: Agent): Ability[] {
  const { grants } = accessOf(agent);
  return abilities.filter((ability) => grants[ability] !== 'no');
}

/** Whether an agent may do something, as a sign with words. */
export interface GrantView {
  ability: Ability;
  grant: Grant;
  label: string;
  words: string;
}

/** Returns each ability of an agent with its sign. */
export function grantViews(agent: Agent): GrantView[] {
  const { grants } = accessOf(agent);
  return abilities.map((ability) => ({
    ability,
    grant: grants[ability],
    label: abilityLabels[ability].column,
    words: grantLabels[grants[ability]].toLowerCase(),
  }));
}

/** Returns what the signs of an agent's abilities do not say: empty if its file lists its tools. */
export function accessNote(agent: Agent): string {
  const { basis, grants } = accessOf(agent);
  const isPlain = basis === 'listed' && abilities.every((ability) => ['yes', 'no'].includes(grants[ability]));
  return isPlain ? '' : accessSentence(agent);
}

/** Returns what an agent may do in one sentence, for its own page. */
export function accessSentence(agent: Agent): string {
  const { grants } = accessOf(agent);
  const phrases = (...wanted: Grant[]) =>
    abilities.filter((ability) => wanted.includes(grants[ability])).map((ability) => abilityLabels[ability].phrase);
  const may = phrases('yes', 'open', 'partly');
  const mayNot = phrases('no');
  if (phrases('unknown').length > 0) return 'Unknown: a value about tools cannot be read.';
  if (mayNot.length === 0) return 'May do everything that its caller may.';
  if (may.length === 0) return 'May do none of this: read or change files, run commands, use the network, call agents.';
  return `May ${listed(may)}; may not ${listed(mayNot, 'or')}.`;
}

function accessRow(agent: Agent): AccessRow {
  const access = accessOf(agent);
  const mode = agent.otherKeys.find(({ key }) => key === 'permissionMode')?.value;
  return {
    id: agent.id,
    name: agent.name,
    href: href(agentPath(agent.id)),
    accent: accentOf(agent.name, agent.color),
    monogram: monogramOf(agent.name),
    cells: abilities.map((ability) => ({
      ability,
      grant: access.grants[ability],
      rank: ranks[access.grants[ability]],
    })),
    may: mayOf(agent),
    basis: access.basis,
    note: noteOf(agent, access),
    mode: typeof mode === 'string' ? mode : '',
  };
}

function noteOf({ tools, disallowedTools }: Agent, { basis, others }: Access): string {
  if (basis === 'unreadable') return 'Its tools cannot be read';
  if (basis === 'listed') {
    const list = counted(tools?.length ?? 0, 'tool');
    return others.length === 0 ? list : `${list}, also ${listed(others)}`;
  }
  return disallowedTools.length === 0
    ? 'Not limited'
    : `Not limited, except ${listed(disallowedTools.map(({ written }) => written))}`;
}

function summaryOf(rows: readonly AccessRow[]): string {
  if (rows.length === 0) return '';
  const limited = rows.filter(({ basis }) => basis === 'listed').length;
  const risky = rows.filter(({ may }) => may.includes('write') && may.includes('run')).length;
  const of = (count: number) => `${String(count)} of ${counted(rows.length, 'agent')}`;
  return `${of(limited)} list their tools; ${of(risky)} may change files and run commands`;
}

function listed(words: readonly string[], joint: 'and' | 'or' = 'and'): string {
  return new Intl.ListFormat('en-GB', { type: joint === 'and' ? 'conjunction' : 'disjunction' }).format(words);
}
