import { agentPath, anchors, elementPath, href, sectionPath } from '../../links.ts';
import { accentOf, type Accent } from '../../playbook/accent.ts';
import type { PlacedElement, Playbook } from '../../playbook/playbook.ts';
import type { Reference, ReferenceKind, RosterEntry } from '../../playbook/roster/roster.ts';
import { titleOf } from '../shared/origin.ts';
import { counted, plainText } from '../shared/text.ts';

/** One place that names somebody, as a page shows it. */
export interface ReferenceView {
  /** The task, the step, the answer, or the words around a mention. */
  text: string;
  /** The agent that says so. */
  by: { name: string; href: string; accent: Accent };
  /** Where it stands. */
  at: { label: string; href: string };
}

/** References of one kind. */
export interface ReferenceGroup {
  kind: ReferenceKind;
  /** Anchor on the page. */
  id: string;
  title: string;
  references: ReferenceView[];
}

/** In the order of the page. */
const kinds: readonly { kind: ReferenceKind; title: string; noun: string }[] = [
  { kind: 'delegation', title: 'Tasks delegated to it', noun: 'delegation' },
  { kind: 'answer', title: 'Answers that lead to it', noun: 'answer' },
  { kind: 'workflow', title: 'Steps of workflows', noun: 'workflow step' },
  { kind: 'flow', title: 'Steps of collaboration flows', noun: 'flow step' },
  { kind: 'collaboration', title: 'Worked with', noun: 'collaboration' },
  { kind: 'example', title: 'Examples that name it', noun: 'example' },
  { kind: 'mention', title: 'Mentions', noun: 'mention' },
];

/** Longer lines than this are cut, in characters. */
const EXCERPT = 160;

/** "12 delegations", "1 mention": how somebody is referred to, kind by kind. */
export function referenceCounts({ references }: RosterEntry): { kind: ReferenceKind; count: number; label: string }[] {
  return kinds
    .map(({ kind, noun }) => {
      const count = references.filter((reference) => reference.kind === kind).length;
      return { kind, count, label: counted(count, noun) };
    })
    .filter(({ count }) => count > 0);
}

/** Singular of each kind, for those who choose among them. */
export const referenceNouns = new Map(kinds.map(({ kind, noun }) => [kind, noun]));

/** Finds the agents and the elements of a playbook. Made once: every page of the roster asks. */
interface Index {
  agents: Map<string, Playbook['agents'][number]>;
  elements: Map<string, PlacedElement>;
}

const indexes = new WeakMap<Playbook, Index>();

function indexOf(playbook: Playbook): Index {
  const known = indexes.get(playbook);
  if (known) return known;
  const index = {
    agents: new Map(playbook.agents.map((agent) => [agent.id, agent])),
    elements: new Map(playbook.elements.map((placed) => [`${placed.agent.id} ${placed.element.slug}`, placed])),
  };
  indexes.set(playbook, index);
  return index;
}

/**
 * Everything that refers to somebody, by kind: for the page of the roster, and for "who calls it" on an agent's
 * own page.
 */
export function referencesView({ references }: RosterEntry, playbook: Playbook): ReferenceGroup[] {
  const index = indexOf(playbook);
  const byKind = Map.groupBy(references, ({ kind }) => kind);
  return kinds.flatMap(({ kind, title }) => {
    const views = (byKind.get(kind) ?? []).flatMap((reference) => referenceView(reference, index));
    return views.length === 0 ? [] : [{ kind, id: `playbook:${kind}`, title, references: views }];
  });
}

/** The element that a reference is part of, if it is. */
export function elementOf({ by, element }: Reference, playbook: Playbook): PlacedElement | undefined {
  return element === undefined ? undefined : indexOf(playbook).elements.get(`${by} ${element}`);
}

function referenceView(reference: Reference, { agents, elements }: Index): ReferenceView[] {
  const agent = agents.get(reference.by);
  if (!agent) return [];
  const placed = reference.element === undefined ? undefined : elements.get(`${agent.id} ${reference.element}`);
  const section = agent.sections.find(({ id }) => id === reference.section);
  const isExample = reference.kind === 'example';
  const place = sectionPath(agent.id, isExample ? anchors.examples : reference.section);
  const title = placed ? titleOf(placed) : (section?.title ?? agent.name);
  return [
    {
      text: reference.kind === 'mention' ? excerpt(agent.body, reference.line) : withoutTitle(reference, placed),
      by: { name: agent.name, href: href(agentPath(agent.id)), accent: accentOf(agent.name, agent.color) },
      at: {
        label: isExample ? 'When to call it' : title,
        href: href((placed && elementPath(placed)) ?? place),
      },
    },
  ];
}

/** `Release, step 2: Tag it` → `Step 2: Tag it`: the title stands beside it. */
function withoutTitle({ text }: Reference, placed: PlacedElement | undefined): string {
  const title = placed?.element.title ?? '';
  if (title === '' || !text.startsWith(`${title}, step`)) return text;
  return `Step${text.slice(title.length + ', step'.length)}`.replace(/:\s*$/, '');
}

/** The words of a line, without its markup. */
function excerpt(body: string, line: number): string {
  const words = plainText(body.split('\n')[line - 1]?.trim() ?? '');
  return words.length > EXCERPT ? `${words.slice(0, EXCERPT).replace(/\s+\S*$/, '')} …` : words;
}
