import type { RootContent } from 'mdast';
import { elementAnchor, elementPath } from '../../links.ts';
import type { Renderer } from '../../markdown/render.ts';
import type { Workflow } from '../../playbook/elements/workflows/workflow.ts';
import type { PlacedElement } from '../../playbook/playbook.ts';
import { treeList, type TreeListView } from '../decide/decide.ts';
import { delegationRow, type DelegationRow } from '../delegation/delegation-view.ts';
import { flowSteps, type FlowStepsView, type PlacedFlow } from '../flows/flows.ts';
import { flowRail } from '../flows/rail.ts';
import { tickList, type TickListView } from '../gates/gates.ts';
import { summarise, type ElementSummary } from '../shared/element-summary.ts';
import type { FileRenderer } from '../shared/list-entry.ts';
import type { PlaybookIndex } from '../shared/playbook-index.ts';

/** How an element is shown on its agent's page. */
export type ElementContent =
  | { as: 'tree'; tree: TreeListView }
  | { as: 'flow'; flow: FlowStepsView }
  | { as: 'ticks'; ticks: TickListView }
  | { as: 'tasks'; rows: DelegationRow[] }
  /** As the author wrote it; a form can be filled in on its own page, or here. */
  | { as: 'form' | 'text'; html: string };

/** An element in the text of its agent's page. */
export interface ElementBlockView {
  kind: 'element';
  /** Anchor on the page. */
  id: string;
  summary: ElementSummary;
  content: ElementContent;
}

/** The data that rendering the elements of a file needs. */
export interface ElementContext {
  file: FileRenderer;
  index: Pick<PlaybookIndex, 'lookup'>;
}

/**
 * Shows an element in the text of its agent's page: as a picture or a form if that shows all of its text, else as
 * written.
 * @param node the element as markdown
 */
export function elementBlock(placed: PlacedElement, node: RootContent, context: ElementContext): ElementBlockView {
  const { id, element } = placed;
  return {
    kind: 'element',
    id: elementAnchor(element),
    summary: summarise(id, element),
    content: pictureOf(placed, node, context) ?? { as: 'text', html: context.file.render.blocks([node]) },
  };
}

function pictureOf(placed: PlacedElement, node: RootContent, context: ElementContext): ElementContent | undefined {
  const { file, index } = context;
  const { element } = placed;
  switch (element.kind) {
    case 'decision-tree':
      return { as: 'tree', tree: treeList(element, elementPath(placed) ?? '/', index.lookup) };
    case 'collaboration-flow':
      return { as: 'flow', flow: flowWithoutHandoffs({ ...placed, element }, context) };
    case 'workflow':
      // Steps without agents are a numbered list already.
      return element.variant === 'agents' && isFlatList(node)
        ? { as: 'flow', flow: flowWithoutHandoffs({ ...placed, element }, context) }
        : undefined;
    case 'quality-gate': {
      // A table or a fence says more than its items, so it stays as written.
      if (node.type !== 'list') return;
      const ticks = tickList({ ...placed, element }, file);
      return ticks.items.length === element.items.length ? { as: 'ticks', ticks } : undefined;
    }
    case 'delegations': {
      // The author's verbs are text as well: "Consult sql-pro".
      const hasArrows =
        (element.variant === 'to' || element.variant === 'roles') &&
        element.items.every((item) => item.wording === undefined);
      if (!hasArrows || !isFlatList(node)) return;
      return { as: 'tasks', rows: element.items.map((item) => delegationRow(item, index.lookup)) };
    }
    case 'handoff-template':
    case 'message':
      return { as: 'form', html: file.render.blocks([node]) };
    case 'diagram':
      return;
  }
}

/** Returns the steps of a flow without links to handoffs, which are on its own page: each carries a filled-in form. */
function flowWithoutHandoffs(placed: PlacedFlow, { file, index }: ElementContext): FlowStepsView {
  return flowSteps(placed, file, { ...index, templateFor: () => undefined });
}

/** Whether each item of a list is one paragraph: then its steps or tasks are all of its text. */
function isFlatList(node: RootContent): boolean {
  return node.type === 'list' && node.children.every(({ children }) => children.length === 1);
}

/**
 * Shows the phases of a workflow of whole sections, which follow with their tasks: each leads to its section.
 * @param placed a workflow of the variant `phases`
 */
export function phasesBlock(
  { id, element }: PlacedElement<Workflow>,
  file: FileRenderer,
  render: Renderer,
): ElementBlockView {
  const steps = element.steps.map(({ title, line }) => {
    const section = file.sections.find((section) => section.line === line);
    const text = [{ type: 'text' as const, value: title }];
    const html = render.inline(section ? [{ type: 'link', url: `#${section.id}`, children: text }] : text);
    return { html, tasks: [] };
  });
  const rail = flowRail(steps.map(() => undefined));
  return {
    kind: 'element',
    id: elementAnchor(element),
    summary: summarise(id, element),
    content: { as: 'flow', flow: { start: '', steps, rail } },
  };
}
