import { basename } from 'node:path';
import type { DiagramText } from '../diagrams/mermaid-text.ts';
import { agentPath, href } from '../links.ts';
import { createRenderer, languagesIn, type Renderer } from '../markdown/render.ts';
import type { Agent } from '../playbook/agent.ts';
import { outline, type Block } from '../playbook/outline.ts';
import type { Playbook } from '../playbook/playbook.ts';
import { summarise, type ElementSummary } from './element-summary.ts';
import { lookupIn, namesFor } from './route.ts';

/** A piece of the system prompt: text; an element, with what the playbook knows of it; or a drawing. */
export type BlockView =
  | { kind: 'html'; html: string }
  | { kind: 'element'; html: string; summary: ElementSummary }
  | { kind: 'diagram'; id: string; diagram: DiagramText };

/** A heading of the system prompt and what follows it. */
export interface SectionView {
  id: string;
  title: string;
  /** Level of its heading on the page, 2 to 6; 0 for what comes before the first heading. */
  level: number;
  headingHtml: string;
  blocks: BlockView[];
}

/** The system prompt for its page, and the renderer for other text of the same file. */
export async function promptView(
  agent: Agent,
  playbook: Playbook,
): Promise<{ sections: SectionView[]; render: Renderer }> {
  const { sections, definitions } = outline(agent.body);
  const anchors = new Set(sections.map(({ id }) => id));
  const pages = new Map(playbook.agents.map(({ id, source }) => [basename(source.path), href(agentPath(id))]));
  const render = await createRenderer(
    sections.flatMap(({ blocks }) => blocks.flatMap(languagesOf)),
    { definitions, resolve: linkResolver(anchors, pages), whoIs: namesFor(agent.id, lookupIn(playbook.roster)) },
  );

  const placed = playbook.elements.filter((element) => element.agent.id === agent.id);
  const idOf = new Map(placed.map(({ id, element }) => [element.slug, id]));
  // A workflow of whole sections has no block of its own: it is announced where those sections begin.
  const phased = (section: string) =>
    placed
      .filter(({ element }) => element.kind === 'workflow' && element.form === 'phases' && element.section === section)
      .map(({ id, element }): BlockView => ({ kind: 'element', html: '', summary: summarise(id, element) }));

  const blockView = (block: Block): BlockView => {
    switch (block.kind) {
      case 'code':
        return { kind: 'html', html: render.code(block.text, block.language) };
      case 'prose':
        return { kind: 'html', html: render.blocks(block.nodes) };
      case 'element': {
        const { element, node } = block;
        const id = idOf.get(element.slug) ?? element.slug;
        if (element.kind !== 'diagram') {
          return { kind: 'element', html: render.blocks([node]), summary: summarise(id, element) };
        }
        const description = `Diagram in ${agent.name}, under “${element.title}”.`;
        const { title, text } = element;
        return { kind: 'diagram', id: `playbook:${element.slug}`, diagram: { title, description, text, nodes: [] } };
      }
    }
  };

  return {
    render,
    sections: sections.map(({ id, title, depth, heading, blocks }) => ({
      id,
      title,
      level: id === '' ? 0 : Math.min(depth + 1, 6),
      headingHtml: render.inline(heading),
      blocks: [...phased(id), ...blocks.map(blockView)],
    })),
  };
}

function languagesOf(block: Block): string[] {
  return block.kind === 'code' ? [block.language] : languagesIn(block.kind === 'element' ? [block.node] : block.nodes);
}

/** Links to the web and to mail stay; those to headings and to other agents' files lead there; others go. */
function linkResolver(ids: ReadonlySet<string>, pages: ReadonlyMap<string, string>) {
  return (url: string): string | undefined => {
    if (url.startsWith('#')) return ids.has(safelyDecoded(url.slice(1))) ? url : undefined;
    if (/^(?:https?:\/\/|mailto:)/i.test(url)) return url;
    return /^[a-z][\w+.-]*:/i.test(url) ? undefined : pages.get(basename(url.replace(/[?#].*$/, '')));
  };
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
