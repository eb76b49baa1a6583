import { flowDiagram, workflowDiagram, type DiagramText } from '../shared/mermaid-text.ts';
import type { HandoffContext, KnownAnswer } from '../../forms/handoff-context.ts';
import { encodePlainSharedDraft } from '../../forms/shared-draft.ts';
import { elementPath, flowsPath, href } from '../../links.ts';
import { agentsOn, type Route } from '../../playbook/elements/route.ts';
import { elementsOfKind, type PlacedElement, type Playbook } from '../../playbook/playbook.ts';
import type { Directory } from '../shared/directory.ts';
import { othersOf, type ElementGroup, type ElementIndexView } from '../shared/element-index.ts';
import { summarise } from '../shared/element-summary.ts';
import { writtenSteps, type Flow, type WrittenStep } from './flow-steps.ts';
import { inlineHtml, openFile, type OpenFile } from '../shared/list-entry.ts';
import { originOf, titleOf, type OriginView } from '../shared/origin.ts';
import type { TemplateFinder } from '../handoffs/recipients.ts';
import { routeView, type Lookup, type PartyView, type RouteView } from '../shared/route.ts';
import { counted, plainText } from '../shared/text.ts';

export type PlacedFlow = PlacedElement<Flow>;

/** A flow in a list of flows. */
export interface FlowEntry {
  title: string;
  href: string;
  /** "9 steps". */
  count: string;
  origin: OriginView;
  /** Who takes part, those of the first steps first. */
  parties: PartyView[];
  /** How many take part besides. */
  partiesMore: number;
}

export interface StepView {
  /** What is done; empty if the author names only who. */
  html: string;
  route?: RouteView;
  /** What the step consists of, as HTML. */
  tasks: string[];
  /** The template by which it is handed over, to be opened with the step's task; absent where none fits. */
  handoff?: { title: string; href: string };
}

/** Somebody who takes part, and the numbers of their steps, from 1. */
export interface ParticipantView {
  party: PartyView;
  steps: number[];
}

/** A flow's own page. */
export interface FlowView {
  id: string;
  kind: string;
  count: string;
  title: string;
  path: `/${string}`;
  /** For the page's head: what it is about, in plain words. */
  description: string;
  origin: OriginView;
  /** What sets it off; empty if it begins with its first step. */
  start: string;
  steps: StepView[];
  participants: ParticipantView[];
  /** The steps as markdown's task list. */
  checklist: string;
  /** The lines of the file, as a block of code. */
  writtenHtml: string;
  diagram: DiagramText;
  /** Other flows of the same agent, or the first of them. */
  others: FlowEntry[];
}

/** More than these in one row of a list say less, not more. */
const MOST_PARTIES = 6;

/** Every flow of the playbook, in reading order. */
export function flowsOf(playbook: Playbook): PlacedFlow[] {
  return playbook.elements.filter(
    (placed): placed is PlacedFlow =>
      placed.element.kind === 'workflow' || placed.element.kind === 'collaboration-flow',
  );
}

/** The list of all flows, by kind. */
export function flowsView(playbook: Playbook, lookup: Lookup): ElementIndexView<FlowEntry> {
  const workflows = elementsOfKind(playbook, 'workflow');
  const byAgents = workflows.filter(({ element }) => element.form === 'agents');
  const phased = workflows.filter(({ element }) => element.form === 'phases');
  const collaborations = elementsOfKind(playbook, 'collaboration-flow');
  const group = (
    id: string,
    title: string,
    explanation: string,
    flows: readonly PlacedFlow[],
  ): ElementGroup<FlowEntry> => ({
    id: `playbook:${id}`,
    title,
    explanation,
    entries: flows.map((flow) => flowEntry(flow, lookup)),
  });
  return {
    summary: [
      ...(byAgents.length > 0 ? [`${counted(byAgents.length, 'workflow')} with ${stepsIn(byAgents)}`] : []),
      ...(collaborations.length > 0
        ? [`${counted(collaborations.length, 'collaboration flow')} with ${stepsIn(collaborations)}`]
        : []),
      ...(phased.length > 0 ? [counted(phased.length, 'phased workflow')] : []),
    ].join(', '),
    groups: [
      group('workflows', 'Workflows', 'Numbered steps, each with its agent.', byAgents),
      group('collaboration', 'Collaboration flows', 'One agent after the other, from a start.', collaborations),
      group('phased', 'Phased workflows', 'What one agent does in each of its phases.', phased),
    ].filter(({ entries }) => entries.length > 0),
  };
}

function stepsIn(flows: readonly PlacedFlow[]): string {
  return counted(
    flows.reduce((sum, { element }) => sum + element.steps.length, 0),
    'step',
  );
}

function flowEntry(placed: PlacedFlow, lookup: Lookup): FlowEntry {
  const parties = participants(placed.element, lookup).map(({ party }) => party);
  return {
    title: titleOf(placed),
    href: href(pathOf(placed)),
    count: summarise(placed.id, placed.element).count,
    origin: originOf(placed),
    parties: parties.slice(0, MOST_PARTIES),
    partiesMore: Math.max(0, parties.length - MOST_PARTIES),
  };
}

/**
 * One flow, for its page.
 * @param ofAgent every flow of the same agent
 * @param directory of its playbook
 */
export async function flowView(
  placed: PlacedFlow,
  ofAgent: readonly PlacedFlow[],
  { lookup, templateFor }: Pick<Directory, 'lookup' | 'templateFor'>,
): Promise<FlowView> {
  const { id, agent, element } = placed;
  const file = await openFile(agent, lookup);
  const { kind, count } = summarise(id, element);
  const title = titleOf(placed);
  const steps = writtenSteps(element, file);
  const names = steps.map(({ markdown, route }) => plainText(markdown) || (route?.written ?? ''));
  return {
    id,
    kind,
    count,
    title,
    path: pathOf(placed),
    description: shortened(`${kind} of ${agent.name}, ${count}: ${names.join(', ')}`),
    origin: originOf(placed),
    start: startOf(element)[0]?.answer ?? '',
    steps: steps.map(({ markdown, route, tasks }, index) => {
      const place = `Step ${String(index + 1)} of ${String(steps.length)} in`;
      const handoff =
        route &&
        handoffFor(route, agent.id, templateFor, {
          task: plainText(markdown),
          known: [{ question: place, answer: title }, ...startOf(element)],
        });
      return {
        html: inlineHtml(markdown, file.render),
        tasks: tasks.map((task) => inlineHtml(task, file.render)),
        ...(route && { route: routeView(route, lookup) }),
        ...(handoff && { handoff }),
      };
    }),
    participants: participants(element, lookup),
    checklist: checklist(title, element, steps),
    writtenHtml: file.render.code(asWritten(element, file), ''),
    diagram: element.kind === 'workflow' ? workflowDiagram(element, lookup) : flowDiagram(element, lookup),
    others: othersOf(placed, ofAgent).map((other) => flowEntry(other, lookup)),
  };
}

/** The template for the first on a route whom any fits, opened with what is known. */
function handoffFor(route: Route, from: string, templateFor: TemplateFinder, known: HandoffContext): StepView['handoff'] {
  for (const to of agentsOn(route)) {
    const template = templateFor(to, from);
    if (!template) continue;
    const fragment = encodePlainSharedDraft({ kind: 'template', values: {}, to, ...known });
    const path = elementPath(template);
    return path && { title: titleOf(template), href: `${href(path)}#${fragment}` };
  }
  return;
}

function startOf(element: Flow): KnownAnswer[] {
  const start = element.kind === 'collaboration-flow' ? element.start : '';
  return start === '' ? [] : [{ question: 'Starts with', answer: start }];
}

function pathOf(placed: PlacedFlow): `/${string}` {
  return elementPath(placed) ?? flowsPath;
}

/** Everybody who takes part, in the order of their first steps. */
function participants(element: Flow, lookup: Lookup): ParticipantView[] {
  const byLabel = new Map<string, ParticipantView>();
  element.steps.forEach(({ route }, index) => {
    for (const party of route ? routeView(route, lookup).parties : []) {
      const known = byLabel.get(party.label);
      if (!known) byLabel.set(party.label, { party, steps: [index + 1] });
      else if (known.steps.at(-1) !== index + 1) known.steps.push(index + 1);
    }
  });
  return [...byLabel.values()];
}

/** `- [ ] 1. Step (@agent)`, with tasks nested in their phases. */
function checklist(title: string, element: Flow, steps: readonly WrittenStep[]): string {
  const start = element.kind === 'collaboration-flow' && element.start !== '' ? [`Start: ${element.start}`, ''] : [];
  const lines = steps.flatMap(({ markdown, route, tasks }, index) => {
    const who = route?.written ?? '';
    const what = markdown === '' ? who : `${markdown}${who === '' ? '' : ` (${who})`}`;
    return [`- [ ] ${String(index + 1)}. ${what}`, ...tasks.map((task) => `  - [ ] ${task}`)];
  });
  return [`## ${title}`, '', ...start, ...lines, ''].join('\n');
}

function asWritten(element: Flow, { lines }: OpenFile): string {
  return element.kind === 'collaboration-flow' ? element.text : lines.slice(element.from - 1, element.to).join('\n');
}

/** Letters that a search engine shows of a description. */
const DESCRIPTION_LENGTH = 155;

function shortened(text: string): string {
  return text.length <= DESCRIPTION_LENGTH ? text : `${text.slice(0, DESCRIPTION_LENGTH).replace(/\s+\S*$/, '')} …`;
}
