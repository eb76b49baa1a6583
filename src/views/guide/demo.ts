import { flowDiagram, treeDiagram, workflowDiagram, type DiagramText } from '../shared/mermaid-text.ts';
import { elementAnchor } from '../../links.ts';
import { createAgent, type Agent } from '../../playbook/agent.ts';
import type { Element } from '../../playbook/elements/kinds.ts';
import { assemblePlaybook } from '../../playbook/playbook.ts';
import { readSource } from '../../playbook/source/source.ts';
import type { ElementContent } from '../agent/element-block.ts';
import { promptView, type BlockView } from '../agent/system-prompt.ts';
import type { TreeListView, TreeQuestionView } from '../decide/decide.ts';
import { handoffFormView, type HandoffFormView } from '../handoffs/handoff-form.ts';
import { lookupIn, type Lookup } from '../shared/route-view.ts';

/** A markdown sample as the site shows it. */
export interface DemoView {
  /** A template or a message with its form: a sample has no page of its own to fill it in. */
  blocks: { block: BlockView; form?: HandoffFormView }[];
  diagrams: DiagramText[];
}

/** Renders a sample as the system prompt of an agent, through the same pipeline as every agent. */
export async function demoView(source: string): Promise<DemoView> {
  const agent = createAgent(readSource('sample.md', new TextEncoder().encode(source)), 'sample');
  // The agents of a sample have no roster pages. With an empty roster, their names do not become links.
  const playbook = { ...assemblePlaybook([agent]), roster: [] };
  const { sections } = await promptView(agent, playbook);
  const lookup = lookupIn([]);
  return {
    blocks: sections.flatMap(({ blocks }) =>
      blocks.map((block) => ({ block: withoutLink(block), ...formIn(block, agent) })),
    ),
    diagrams: agent.elements.flatMap((element) => diagramOf(element, lookup)),
  };
}

function formIn(block: BlockView, { id, elements }: Agent): { form?: HandoffFormView } {
  const element = elements.find((one) => block.kind === 'element' && elementAnchor(one) === block.id);
  const isForm = element?.kind === 'handoff-template' || element?.kind === 'message';
  return isForm ? { form: handoffFormView(`${id}-${element.slug}`, element) } : {};
}

/** Removes the links to the element's own page: a sample has none. */
function withoutLink(block: BlockView): BlockView {
  if (block.kind !== 'element') return block;
  const { kind, count } = block.summary;
  return { ...block, summary: { kind, count }, content: withoutLinks(block.content) };
}

/** Removes the links from answers to the wizard, and from phases to their sections. */
function withoutLinks(content: ElementContent): ElementContent {
  switch (content.as) {
    case 'tree':
      return { as: 'tree', tree: withoutAnswerLinks(content.tree) };
    case 'flow': {
      const steps = content.flow.steps.map((step) => ({
        ...step,
        html: step.html.replace(/<a href="#[^"]*">|<\/a>/g, ''),
      }));
      return { as: 'flow', flow: { ...content.flow, steps } };
    }
    case 'form':
    case 'tasks':
    case 'text':
    case 'ticks':
      return content;
  }
}

function withoutAnswerLinks({ root, questions }: TreeListView): TreeListView {
  const strip = (some: TreeQuestionView[]): TreeQuestionView[] =>
    some.map((question) => ({
      ...question,
      answers: question.answers.map(({ href: _, ...answer }) => ({ ...answer, questions: strip(answer.questions) })),
    }));
  return { root, questions: strip(questions) };
}

function diagramOf(element: Element, lookup: Lookup): DiagramText[] {
  switch (element.kind) {
    case 'decision-tree':
      return [treeDiagram(element, lookup)];
    case 'workflow':
      return [workflowDiagram(element, lookup)];
    case 'collaboration-flow':
      return [flowDiagram(element, lookup)];
    case 'delegations':
    case 'diagram':
    case 'handoff-template':
    case 'message':
    case 'quality-gate':
      return [];
  }
}
