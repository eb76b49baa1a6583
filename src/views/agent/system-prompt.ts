import { drawDiagram } from '../../diagrams/draw.ts';
import type { DiagramText } from '../shared/mermaid-text.ts';
import { createRenderer, languagesIn, type Renderer } from '../../markdown/render.ts';
import type { Agent } from '../../playbook/agent.ts';
import type { Block } from '../../playbook/section.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import { problem, type Problem } from '../../playbook/problems.ts';
import { playbookIndex } from '../shared/playbook-index.ts';
import { summarise, type ElementSummary } from '../shared/element-summary.ts';
import { handoffFormView, type HandoffFormView } from '../handoffs/handoff-form.ts';
import { linkResolver } from '../shared/file-links.ts';
import { namesFor } from '../shared/route.ts';

/** Shown for a heading without text, which screen readers would not announce. */
const UNTITLED = 'Untitled section';

/** A block of the system prompt: text, an element with its summary, or a diagram. */
export type BlockView =
  | { kind: 'html'; html: string }
  | { kind: 'element'; html: string; summary: ElementSummary; form?: HandoffFormView }
  | { kind: 'diagram'; id: string; diagram: DiagramText };

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
  const { lookup, files, elementsOf } = playbookIndex(playbook);
  const render = await createRenderer(
    sections.flatMap(({ blocks }) => blocks.flatMap(languagesOf)),
    { definitions, resolve: linkResolver(agent, files, 'own'), lookUpName: namesFor(agent.id, lookup) },
  );

  const problems: Problem[] = [];
  const placed = elementsOf.get(agent.id) ?? [];
  const idOf = new Map(placed.map(({ id, element }) => [element.slug, id]));
  // A workflow of whole sections has no block of its own, so its summary is shown above the first of them.
  const phased = (section: string) =>
    placed
      .filter(({ element }) => element.kind === 'workflow' && element.form === 'phases' && element.section === section)
      .map(({ id, element }): BlockView => ({ kind: 'element', html: '', summary: summarise(id, element) }));

  const blockView = async (block: Block): Promise<BlockView> => {
    switch (block.kind) {
      case 'code':
        return { kind: 'html', html: render.code(block.text, block.language) };
      case 'prose':
        return { kind: 'html', html: render.blocks(block.nodes) };
      case 'element': {
        const { element, node } = block;
        const id = idOf.get(element.slug) ?? element.slug;
        if (element.kind !== 'diagram') {
          const isForm = element.kind === 'handoff-template' || element.kind === 'message';
          const form = isForm ? { form: handoffFormView(id, element) } : {};
          return { kind: 'element', html: render.blocks([node]), summary: summarise(id, element), ...form };
        }
        const { title, text } = element;
        const description = `Diagram in ${agent.name}, under “${title}”.`;
        const drawingId = `playbook:${element.slug}`;
        const diagram = { title, description, text, nodes: [] };
        const drawing = await drawDiagram({ ...diagram, id: drawingId });
        if ('error' in drawing) {
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
      blocks: [...phased(id), ...(await Promise.all(blocks.map(blockView)))],
    })),
  );
  return {
    render,
    problems,
    sections: views,
  };
}

function languagesOf(block: Block): string[] {
  return block.kind === 'code' ? [block.language] : languagesIn(block.kind === 'element' ? [block.node] : block.nodes);
}
