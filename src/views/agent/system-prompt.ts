import { drawDiagram } from '../../diagrams/draw.ts';
import { anchors, elementAnchor } from '../../links.ts';
import type { DiagramText } from '../shared/mermaid-text.ts';
import type { CodeText } from '../../markdown/highlight.ts';
import { codesIn, createRenderer, type Renderer } from '../../markdown/render.ts';
import type { Agent } from '../../playbook/agent.ts';
import type { Block } from '../../playbook/section.ts';
import type { Delegations } from '../../playbook/elements/delegations/delegation.ts';
import type { Workflow } from '../../playbook/elements/workflows/workflow.ts';
import type { PlacedElement, Playbook } from '../../playbook/playbook.ts';
import { problem, type Problem } from '../../playbook/problems.ts';
import { playbookIndex } from '../shared/playbook-index.ts';
import { linkResolver } from '../shared/link-resolver.ts';
import { rendererOfFile } from '../shared/list-entry.ts';
import { namesFor, type Lookup } from '../shared/route-view.ts';
import { counted } from '../../lib/counted.ts';
import type { DelegationPicture } from '../delegation/picture.ts';
import { agentPicture } from '../delegation/pictures.ts';
import { elementBlock, phasesBlock, type ElementBlockView } from './element-block.ts';

/** Shown for a heading without text, which screen readers would not announce. */
export const UNTITLED = 'Untitled section';

/** A block of the system prompt: text, an element, a diagram, or who gets the tasks of the sections below. */
export type BlockView =
  | { kind: 'html'; html: string }
  | ElementBlockView
  | { kind: 'diagram'; id: string; diagram: DiagramText }
  | { kind: 'delegation'; id: string; picture: DelegationPicture; count: string };

/** A heading of the system prompt with its blocks. */
export interface SectionView {
  id: string;
  title: string;
  /** Level of its heading on the page, 2 to 6; 0 for the text before the first heading. */
  level: number;
  headingHtml: string;
  blocks: BlockView[];
}

/**
 * Renders the system prompt for its page.
 * @returns also the problems found while rendering, and the renderer, for other text of the same file
 */
export async function promptView(
  agent: Agent,
  playbook: Playbook,
): Promise<{ sections: SectionView[]; problems: Problem[]; render: Renderer }> {
  const { sections, definitions } = agent.outline;
  const index = playbookIndex(playbook);
  const { lookup, files, elementsOf } = index;
  const render = await createRenderer(
    sections.flatMap(({ blocks }) => blocks.flatMap(codesOf)),
    { definitions, resolve: linkResolver(agent, files, 'own'), lookUpName: namesFor(agent.id, lookup) },
  );

  const problems: Problem[] = [];
  const placed = elementsOf.get(agent.id) ?? [];
  const bySlug = new Map(placed.map((one) => [one.element.slug, one]));
  const file = rendererOfFile(render, agent.body, sections);
  // A workflow of whole sections has no block of its own, so it is shown above the first of them.
  const phased = placed.filter(isPhased);

  const blockView = async (block: Block): Promise<BlockView> => {
    switch (block.kind) {
      case 'code':
        return { kind: 'html', html: render.code(block.text, block.language) };
      case 'prose':
        return { kind: 'html', html: render.blocks(block.nodes) };
      case 'element': {
        const { element, node } = block;
        const one = bySlug.get(element.slug);
        if (element.kind !== 'diagram') {
          return one ? elementBlock(one, node, { file, index }) : { kind: 'html', html: render.blocks([node]) };
        }
        const { title, text } = element;
        const description = `Diagram in ${agent.name}, under “${title}”.`;
        const drawingId = elementAnchor(element);
        const diagram = { title, description, text, nodes: [] };
        const drawing = await drawDiagram({ ...diagram, id: drawingId });
        // If only this site cannot draw it, the file is correct.
        if ('error' in drawing && !drawing.isUnsupported) {
          const at = { line: element.from, column: 1 };
          problems.push(problem('diagram-refused', agent.source.path, at, drawing.error));
        }
        return { kind: 'diagram', id: drawingId, diagram };
      }
    }
  };

  const views = await Promise.all(
    sections.map(async ({ id, title, depth, heading, blocks }) => ({
      id,
      title: title || UNTITLED,
      level: id === '' ? 0 : Math.min(depth + 1, 6),
      headingHtml: title === '' ? UNTITLED : render.inline(heading),
      blocks: [
        ...phased.filter(({ element }) => element.section === id).map((one) => phasesBlock(one, file, render)),
        ...(await Promise.all(blocks.flatMap(withNested).map(blockView))),
      ],
    })),
  );
  addDelegationPicture(views, agent, placed.filter(isDelegations), lookup);
  return { render, problems, sections: views };
}

/** With fewer groups, the list of tasks says as much as a picture. */
const MIN_GROUPS = 3;

/** Adds the picture of an agent's delegations above the first of them: under the heading that all of them share. */
function addDelegationPicture(
  sections: readonly SectionView[],
  agent: Agent,
  delegations: readonly PlacedElement<Delegations>[],
  lookup: Lookup,
): void {
  const handedOn = delegations.filter(({ element }) => element.variant === 'to');
  const picture = handedOn.length < MIN_GROUPS ? undefined : agentPicture(agent, handedOn, lookup);
  const first = sections.findIndex(({ id }) => id === handedOn[0]?.element.section);
  const [above, section] = [sections[first - 1], sections[first]];
  if (!picture || !section) return;
  const tasks = handedOn.reduce((sum, { element }) => sum + element.items.length, 0);
  const count = `${counted(tasks, 'task')} in ${counted(handedOn.length, 'group')}`;
  const block = { kind: 'delegation' as const, id: anchors.delegation, picture, count };
  if (above && above.level > 0 && above.level < section.level) above.blocks.push(block);
  else section.blocks.unshift(block);
}

function isDelegations(placed: PlacedElement): placed is PlacedElement<Delegations> {
  return placed.element.kind === 'delegations';
}

function isPhased(placed: PlacedElement): placed is PlacedElement<Workflow> {
  return placed.element.kind === 'workflow' && placed.element.variant === 'phases';
}

/** Returns a block and the elements in it, which are shown below it, each with its own actions. */
function withNested(block: Block): Block[] {
  return block.kind === 'element' ? [block, ...(block.nested ?? [])] : [block];
}

function codesOf(block: Block): CodeText[] {
  if (block.kind === 'code') return [block];
  return codesIn(block.kind === 'element' ? [block.node] : block.nodes);
}
