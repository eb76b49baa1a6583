import { flowDiagram, workflowDiagram, type DiagramText } from '../shared/mermaid-text.ts';
import type { HandoffContext, KnownAnswer } from '../../forms/handoff-context.ts';
import { encodePlainSharedDraft } from '../../forms/shared-draft.ts';
import { elementPath, flowsPath, href } from '../../links.ts';
import { agentsOn, type Route } from '../../playbook/elements/route.ts';
import { elementsOfKind, type PlacedElement, type Playbook } from '../../playbook/playbook.ts';
import { listedIndex, othersOf, type ElementGroup, type ElementIndexView } from '../shared/element-index.ts';
import { summarise } from '../shared/element-summary.ts';
import { flowRail, type Rail } from './rail.ts';
import { writtenSteps, type Flow, type WrittenStep } from './flow-steps.ts';
import { inlineHtml, fileRenderer, type FileRenderer } from '../shared/list-entry.ts';
import { elementFiles, type ElementFile } from '../exports/element-files.ts';
import { entryTitle, originOf, titleOf, type OriginView } from '../shared/origin.ts';
import { playbookIndex, type PlaybookIndex } from '../shared/playbook-index.ts';
import { memoize } from '../../playbook/memoize.ts';
import type { TemplateFinder } from '../handoffs/template-finder.ts';
import { routeView, type Lookup, type PartyView, type RouteView } from '../shared/route-view.ts';
import { counted } from '../../lib/counted.ts';
import { plainText } from '../shared/text.ts';

export type PlacedFlow = PlacedElement<Flow>;

type FlowIndex = Pick<PlaybookIndex, 'lookup' | 'templateFor'>;

/** A flow in a list of flows. */
export interface FlowEntry {
  title: string;
  href: string;
  /** "Workflow". */
  kindName: string;
  /** "9 steps". */
  count: string;
  origin: OriginView;
  /** The participants, in the order of their first steps. */
  parties: PartyView[];
  /** How many more participants there are. */
  moreParties: number;
}

export interface StepView {
  /** Empty if the author names only the agents. */
  html: string;
  route?: RouteView;
  /** The parts of the step, as HTML. */
  tasks: string[];
  /** The handoff template for the step's agent, prefilled with the task; absent if no template matches. */
  handoff?: { title: string; href: string };
}

/** The steps of a flow, with the rail that shows them. */
export interface FlowStepsView {
  /** The event that starts it; empty if it begins with its first step. */
  start: string;
  steps: StepView[];
  /** The steps as a picture; its lanes are the participants, in the order of their first steps. */
  rail: Rail;
}

/** A flow's own page. */
export interface FlowView extends FlowStepsView {
  id: string;
  kind: string;
  count: string;
  title: string;
  path: `/${string}`;
  /** The page's meta description. */
  description: string;
  origin: OriginView;
  /** Its export files. */
  files: ElementFile[];
  /** The steps as a markdown task list. */
  checklist: string;
  /** The flow's lines of the file, as a code block. */
  writtenHtml: string;
  diagram: DiagramText;
  /** The first other flows of the same agent. */
  others: FlowEntry[];
}

/** Per row of the list of flows. */
const MAX_PARTIES = 6;

/** Returns every flow of the playbook, in reading order. */
export function flowsOf(playbook: Playbook): PlacedFlow[] {
  return playbook.elements.filter(
    (placed): placed is PlacedFlow =>
      placed.element.kind === 'workflow' || placed.element.kind === 'collaboration-flow',
  );
}

/** Returns the list of all flows, grouped by kind. */
export function flowsView(playbook: Playbook, lookup: Lookup): ElementIndexView<FlowEntry> {
  const workflows = elementsOfKind(playbook, 'workflow');
  const byAgents = workflows.filter(({ element }) => element.variant === 'agents');
  const inSteps = workflows.filter(({ element }) => element.variant === 'steps');
  const phased = workflows.filter(({ element }) => element.variant === 'phases');
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
      ...(inSteps.length > 0 ? [counted(inSteps.length, 'step list')] : []),
      ...(phased.length > 0 ? [counted(phased.length, 'phased workflow')] : []),
    ].join(', '),
    groups: [
      group('workflows', 'Workflows', 'Numbered steps, each with its agent.', byAgents),
      group(
        'collaboration',
        'Collaboration flows',
        'Agents that work one after the other, from a starting point.',
        collaborations,
      ),
      group('steps', 'Steps', 'What one agent does in order.', inSteps),
      group('phased', 'Phased workflows', 'The phases of one agent’s work, with the tasks of each.', phased),
    ].filter(({ entries }) => entries.length > 0),
  };
}

/** Returns the index of all flows. */
export const flowsIndex = memoize((playbook: Playbook) =>
  listedIndex(flowsView(playbook, playbookIndex(playbook).lookup), playbook),
);

function stepsIn(flows: readonly PlacedFlow[]): string {
  return counted(
    flows.reduce((sum, { element }) => sum + element.steps.length, 0),
    'step',
  );
}

function flowEntry(placed: PlacedFlow, lookup: Lookup): FlowEntry {
  const parties = railOf(placed.element, lookup).lanes.map(({ party }) => party);
  const { kind, count } = summarise(placed.id, placed.element);
  return {
    title: entryTitle(placed),
    href: href(pathOf(placed)),
    kindName: kind,
    count,
    origin: originOf(placed),
    parties: parties.slice(0, MAX_PARTIES),
    moreParties: Math.max(0, parties.length - MAX_PARTIES),
  };
}

/**
 * Returns the page of a flow.
 * @param ofAgent every flow of the same agent
 */
export async function flowView(
  placed: PlacedFlow,
  ofAgent: readonly PlacedFlow[],
  index: FlowIndex & Pick<PlaybookIndex, 'files'>,
): Promise<FlowView> {
  const { id, agent, element } = placed;
  const { lookup } = index;
  const file = await fileRenderer(agent, index);
  const { kind, count } = summarise(id, element);
  const title = titleOf(placed);
  const steps = writtenSteps(element, file);
  const names = steps.map(({ markdown, route }) => plainText(markdown) || (route?.written ?? ''));
  return {
    ...flowSteps(placed, file, index, steps),
    id,
    kind,
    count,
    title,
    path: pathOf(placed),
    description: truncate(`${kind} of ${agent.name}, ${count}: ${names.join(', ')}`),
    origin: originOf(placed),
    files: elementFiles(placed),
    checklist: checklist(title, element, steps),
    writtenHtml: file.render.code(sourceText(element, file), ''),
    diagram: element.kind === 'workflow' ? workflowDiagram(element, lookup) : flowDiagram(element, lookup),
    others: othersOf(placed, ofAgent).map((other) => flowEntry(other, lookup)),
  };
}

/** Returns the steps of a flow, each with the template for its handoff. */
export function flowSteps(
  placed: PlacedFlow,
  file: FileRenderer,
  { lookup, templateFor }: FlowIndex,
  steps = writtenSteps(placed.element, file),
): FlowStepsView {
  const { agent, element } = placed;
  return {
    start: startOf(element)[0]?.answer ?? '',
    steps: steps.map(({ markdown, route, tasks }, index) => {
      const place = `Step ${String(index + 1)} of ${String(steps.length)} in`;
      const handoff =
        route &&
        handoffFor(route, agent.id, templateFor, {
          task: plainText(markdown),
          known: [{ question: place, answer: titleOf(placed) }, ...startOf(element)],
        });
      return {
        html: inlineHtml(markdown, file.render),
        tasks: tasks.map((task) => inlineHtml(task, file.render)),
        ...(route && { route: routeView(route, lookup) }),
        ...(handoff && { handoff }),
      };
    }),
    rail: railOf(element, lookup),
  };
}

/** Returns the template for the first agent on the route that has one, with a link that prefills it. */
function handoffFor(
  route: Route,
  from: string,
  templateFor: TemplateFinder,
  known: HandoffContext,
): StepView['handoff'] {
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

function railOf(element: Flow, lookup: Lookup): Rail {
  const hasTasks = element.kind === 'workflow' && element.steps.some(({ tasks }) => tasks.length > 0);
  const routes = element.steps.map(({ route }) => route && routeView(route, lookup));
  return flowRail(routes, hasTasks ? '1.6rem' : '50%');
}

/** Returns a markdown task list: `- [ ] 1. Step (@agent)`, with the tasks of a phase nested below it. */
function checklist(title: string, element: Flow, steps: readonly WrittenStep[]): string {
  const start = element.kind === 'collaboration-flow' && element.start !== '' ? [`Start: ${element.start}`, ''] : [];
  const lines = steps.flatMap(({ markdown, route, tasks }, index) => {
    const agents = route?.written ?? '';
    const step = markdown === '' ? agents : `${markdown}${agents === '' ? '' : ` (${agents})`}`;
    return [`- [ ] ${String(index + 1)}. ${step}`, ...tasks.map((task) => `  - [ ] ${task}`)];
  });
  return [`## ${title}`, '', ...start, ...lines, ''].join('\n');
}

function sourceText(element: Flow, { lines }: FileRenderer): string {
  return element.kind === 'collaboration-flow' ? element.text : lines.slice(element.from - 1, element.to).join('\n');
}

/** The length, in characters, that search engines show of a meta description. */
const MAX_DESCRIPTION_LENGTH = 155;

function truncate(text: string): string {
  return text.length <= MAX_DESCRIPTION_LENGTH
    ? text
    : `${text.slice(0, MAX_DESCRIPTION_LENGTH).replace(/\s+\S*$/, '')} …`;
}
