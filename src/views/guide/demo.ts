import { flowDiagram, treeDiagram, workflowDiagram, type DiagramText } from '../shared/mermaid-text.ts';
import { createAgent } from '../../playbook/agent.ts';
import type { Element } from '../../playbook/elements/kinds.ts';
import { assemblePlaybook } from '../../playbook/playbook.ts';
import { readSource } from '../../playbook/source/source.ts';
import { promptView, type BlockView } from '../agent/system-prompt.ts';
import { lookupIn, type Lookup } from '../shared/route.ts';

/** What the site makes of a piece of markdown. */
export interface DemoView {
  blocks: BlockView[];
  diagrams: DiagramText[];
}

/** Reads a sample as if it were the prompt of an agent, by the same path as every agent. */
export async function demoView(source: string): Promise<DemoView> {
  const agent = createAgent(readSource('sample.md', new TextEncoder().encode(source)), 'sample');
  // Nobody in a sample has a page on the roster, so that their names stay words.
  const playbook = { ...assemblePlaybook([agent]), roster: [] };
  const { sections } = await promptView(agent, playbook);
  const lookup = lookupIn([]);
  return {
    blocks: sections.flatMap(({ blocks }) => blocks.map(withoutLink)),
    diagrams: agent.elements.flatMap((element) => diagramOf(element, lookup)),
  };
}

/** A sample is on no page but this one. */
function withoutLink(block: BlockView): BlockView {
  if (block.kind !== 'element') return block;
  const { kind, count } = block.summary;
  return { ...block, summary: { kind, count } };
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
