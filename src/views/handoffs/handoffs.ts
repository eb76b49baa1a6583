import { href } from '../../links.ts';
import { allAnswers } from '../../playbook/elements/decision-tree.ts';
import { agentsOn } from '../../playbook/elements/route.ts';
import { matchesRecipient } from '../../playbook/roster/recipients.ts';
import { elementsOfKind, type PlacedElement, type Playbook } from '../../playbook/playbook.ts';
import { memoize } from '../../playbook/memoize.ts';
import { listedIndex, othersOf, type ElementIndexView } from '../shared/element-index.ts';
import { summarise } from '../shared/element-summary.ts';
import {
  formOf,
  handoffFormView,
  handoffPath,
  draftsKeyOf,
  type Handoff,
  type HandoffFormView,
} from './handoff-form.ts';
import { elementFiles, type ElementFile } from '../exports/element-files.ts';
import { entryTitle, originOf, titleOf, type OriginView } from '../shared/origin.ts';
import { counted } from '../../lib/counted.ts';
import { shortened, shortList } from '../shared/text.ts';

export type PlacedHandoff = PlacedElement<Handoff>;

/** Fields that an entry names. The length is in characters. */
const MAX_LABELS = { names: 24, length: 240 };

/** A template or a message in a list of them. */
export interface HandoffEntry {
  title: string;
  href: string;
  /** "Report template". */
  kindName: string;
  /** "7 fields". */
  count: string;
  /** "To Security Specialists"; empty if the file does not say. */
  recipient: string;
  /** The number of its fields. */
  fields: number;
  /** The labels of its first fields, and how many more there are. */
  labels: string;
  origin: OriginView;
  /** Key of its drafts on the reader's device. */
  storeKey: string;
  kind: HandoffFormView['kind'];
}

/** The page of a template or a message. */
export interface HandoffView {
  id: string;
  kind: string;
  count: string;
  title: string;
  path: `/${string}`;
  /** For the page's metadata. */
  description: string;
  origin: OriginView;
  /** Its export files. */
  files: ElementFile[];
  /** The author's introduction to a message. */
  lead: string;
  form: HandoffFormView;
  /** Likely receiving agents, from the same file; they are offered first. */
  suggested: string[];
  /** The other templates and messages of the same agent, or the first of them. */
  others: HandoffEntry[];
}

/** Returns all templates and messages of the playbook, in reading order. */
export function handoffsOf(playbook: Playbook): PlacedHandoff[] {
  return playbook.elements.filter(
    (placed): placed is PlacedHandoff =>
      placed.element.kind === 'handoff-template' || placed.element.kind === 'message',
  );
}

/** Returns the view of the list of all templates and messages. */
export function handoffsView(playbook: Playbook): ElementIndexView<HandoffEntry> {
  const templates = elementsOfKind(playbook, 'handoff-template');
  const kinds = [
    {
      id: 'playbook:templates',
      noun: 'template',
      title: 'Handoff templates',
      explanation: 'What another agent needs to know before it takes over, one field for each.',
      entries: templates.filter(({ element }) => element.purpose === 'handoff').map(handoffEntry),
    },
    {
      id: 'playbook:reports',
      noun: 'report template',
      title: 'Report templates',
      explanation: 'The format of an agent’s report, one field for each part.',
      entries: templates.filter(({ element }) => element.purpose === 'report').map(handoffEntry),
    },
    {
      id: 'playbook:messages',
      noun: 'message',
      title: 'Messages',
      explanation: 'JSON that agents send to each other. It stays valid while you fill it in.',
      entries: elementsOfKind(playbook, 'message').map(handoffEntry),
    },
  ].filter(({ entries }) => entries.length > 0);
  return {
    summary: kinds
      .map(({ noun, entries }) => {
        const fields = entries.reduce((sum, entry) => sum + entry.fields, 0);
        return `${counted(entries.length, noun)} with ${counted(fields, 'field')}`;
      })
      .join('; '),
    groups: kinds.map(({ id, title, explanation, entries }) => ({ id, title, explanation, entries })),
  };
}

/** Returns the index of all templates and messages. */
export const handoffsIndex = memoize((playbook: Playbook) => listedIndex(handoffsView(playbook), playbook));

function handoffEntry(placed: PlacedHandoff): HandoffEntry {
  const { id, element } = placed;
  const { kind, fields } = formOf(element);
  const labels = fields.map(({ label }) => label);
  return {
    title: entryTitle(placed),
    href: href(handoffPath(id, element)),
    kindName: summarise(id, element).kind,
    count: counted(fields.length, 'field'),
    recipient: shortened(recipientOf(element), MAX_LABELS.length),
    fields: fields.length,
    labels: shortList(labels, MAX_LABELS.length, MAX_LABELS.names),
    origin: originOf(placed),
    storeKey: draftsKeyOf(id, element),
    kind,
  };
}

/**
 * Returns the view of the page of a template or message.
 * @param ofAgent every template and message of the same agent
 */
export function handoffView(placed: PlacedHandoff, ofAgent: readonly PlacedHandoff[]): HandoffView {
  const { id, agent, element } = placed;
  const { kind, count } = summarise(id, element);
  const title = titleOf(placed);
  return {
    id,
    kind,
    count,
    title,
    path: handoffPath(id, element),
    description: `${title}: ${kind.toLowerCase()} of ${agent.name} with ${count}, to fill in, copy and share; your text stays on your device.`,
    origin: originOf(placed),
    files: elementFiles(placed),
    lead: element.kind === 'message' ? element.sentence : '',
    form: handoffFormView(id, element),
    suggested: suggestedFor(placed),
    others: othersOf(placed, ofAgent).map(handoffEntry),
  };
}

/** Returns the recipient that the heading names, unless it only repeats the title. */
function recipientOf(element: Handoff): string {
  if (element.kind === 'message') return '';
  return element.recipient === element.title ? '' : element.recipient;
}

/** Returns the agents in trees and delegations of the same file that match the recipient's words. */
function suggestedFor({ agent, element }: PlacedHandoff): string[] {
  const recipient = element.kind === 'message' ? element.sentence : element.recipient;
  const named = agent.elements.flatMap((other) => {
    if (other.kind === 'decision-tree')
      return allAnswers(other.questions).flatMap(({ answer }) => agentsOn(answer.route));
    if (other.kind === 'delegations') return other.items.flatMap(({ route }) => agentsOn(route));
    return [];
  });
  return [...new Set(named)].filter((name) => matchesRecipient(recipient, name));
}
