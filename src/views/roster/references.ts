import { agentPath, anchors, elementPath, href, sectionPath } from '../../links.ts';
import { accentOf, type Accent } from '../../playbook/accent.ts';
import type { PlacedElement, Playbook } from '../../playbook/playbook.ts';
import type { Reference, ReferenceKind, RosterEntry } from '../../playbook/roster/roster.ts';
import { titleOf } from '../shared/origin.ts';
import { playbookIndex } from '../shared/playbook-index.ts';
import { counted } from '../../lib/counted.ts';
import { plainText } from '../shared/text.ts';

/** A place that refers to a roster entry. */
export interface ReferenceView {
  /** The task, the step, the answer, or the line with the mention. */
  text: string;
  /** The agent whose file it is. */
  by: { name: string; href: string; accent: Accent };
  /** The element or section. */
  at: { label: string; href: string };
}

/** The references of one kind. */
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
  { kind: 'workflow', title: 'Workflow steps', noun: 'workflow step' },
  { kind: 'flow', title: 'Collaboration flow steps', noun: 'flow step' },
  { kind: 'collaboration', title: 'Collaborations', noun: 'collaboration' },
  { kind: 'example', title: 'Examples that name it', noun: 'example' },
  { kind: 'mention', title: 'Mentions', noun: 'mention' },
];

/** Longer lines are truncated, in characters. */
const MAX_LINE_LENGTH = 160;

/** Counts the references to a roster entry by kind: "12 delegations", "1 mention". */
export function referenceCounts({ references }: RosterEntry): { kind: ReferenceKind; count: number; label: string }[] {
  return kinds
    .map(({ kind, noun }) => {
      const count = references.filter((reference) => reference.kind === kind).length;
      return { kind, count, label: counted(count, noun) };
    })
    .filter(({ count }) => count > 0);
}

/** The noun of each kind, in the singular. */
export const referenceNouns = new Map(kinds.map(({ kind, noun }) => [kind, noun]));

/** Returns the references to a roster entry, by kind. */
export function referencesView({ references }: RosterEntry, playbook: Playbook): ReferenceGroup[] {
  const byKind = Map.groupBy(references, ({ kind }) => kind);
  return kinds.flatMap(({ kind, title }) => {
    const views = (byKind.get(kind) ?? []).flatMap((reference) => referenceView(reference, playbook));
    return views.length === 0 ? [] : [{ kind, id: `playbook:${kind}`, title, references: views }];
  });
}

/** Returns the element that a reference is part of, if it is part of one. */
export function elementOf({ by, element: slug }: Reference, playbook: Playbook): PlacedElement | undefined {
  return playbookIndex(playbook)
    .elementsOf.get(by)
    ?.find(({ element }) => element.slug === slug);
}

function referenceView(reference: Reference, playbook: Playbook): ReferenceView[] {
  const agent = playbookIndex(playbook).agents.get(reference.by);
  if (!agent) return [];
  const placed = elementOf(reference, playbook);
  const section = agent.sections.find(({ id }) => id === reference.section);
  const isExample = reference.kind === 'example';
  const place = sectionPath(agent.id, isExample ? anchors.examples : reference.section);
  const title = placed ? titleOf(placed) : (section?.title ?? agent.name);
  return [
    {
      text: reference.kind === 'mention' ? lineText(agent.body, reference.line) : withoutTitle(reference, placed),
      by: { name: agent.name, href: href(agentPath(agent.id)), accent: accentOf(agent.name, agent.color) },
      at: {
        label: isExample ? 'When to call it' : title,
        href: href((placed && elementPath(placed)) ?? place),
      },
    },
  ];
}

/** `Release, step 2: Tag it` → `Step 2: Tag it`. The page shows the title beside it. */
function withoutTitle({ text }: Reference, placed: PlacedElement | undefined): string {
  const title = placed?.element.title ?? '';
  if (title === '' || !text.startsWith(`${title}, step`)) return text;
  return `Step${text.slice(title.length + ', step'.length)}`.replace(/:\s*$/, '');
}

/** Returns a line of a file without its markup, truncated between words. */
function lineText(body: string, line: number): string {
  const text = plainText(body.split('\n')[line - 1]?.trim() ?? '');
  return text.length > MAX_LINE_LENGTH ? `${text.slice(0, MAX_LINE_LENGTH).replace(/\s+\S*$/, '')} …` : text;
}
