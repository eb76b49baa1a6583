import GithubSlugger, { slug } from 'github-slugger';
import type { List } from 'mdast';
import type { Delegations } from './elements/delegations/delegation.ts';
import type { ElementBase } from './elements/element.ts';
import type { Element } from './elements/kinds.ts';
import type { Message } from './elements/message.ts';
import type { Outline } from './outline.ts';
import type { ElementBlock, Section } from './section.ts';
import { asText, isMapping } from './source/yaml.ts';

/** An entry of `handoffs` in the front matter of a `.agent.md` file. */
interface Handoff {
  label: string;
  agent: string;
  prompt: string;
  send: boolean;
}

/** With a colon, so that no author's heading has the same anchor (see `anchors` in links.ts). */
export const HANDOFFS_SECTION = 'playbook:handoffs';

/**
 * Adds the handoffs of the front matter to an outline, as its first sections: each is a delegation, and a message whose
 * values the reader can change.
 * @param handoffs value of the key `handoffs`: a list of mappings with `label`, `agent`, `prompt` and `send`
 *   (https://code.visualstudio.com/docs/copilot/customization/custom-agents)
 * @param line of the key
 */
export function withHandoffs(outline: Outline, handoffs: unknown, line: number): Outline {
  const items = (Array.isArray(handoffs) ? handoffs : []).flatMap(readHandoff);
  if (items.length === 0) return outline;
  const slugger = new GithubSlugger();
  for (const element of outline.elements) slugger.slug(element.slug);
  const sectionOf = (
    id: string,
    title: string,
    depth: number,
    blockAt: (place: ElementBase) => ElementBlock,
  ): Section => ({
    id,
    title,
    heading: [{ type: 'text', value: title }],
    depth,
    line,
    blocks: [blockAt({ slug: slugger.slug(slug(title) || 'handoff'), title, section: id, from: line, to: line })],
  });
  const sections = [
    sectionOf(HANDOFFS_SECTION, 'Handoffs', 1, (place) => delegationBlock(items, place, line)),
    ...items
      .filter(({ prompt }) => prompt !== '')
      .map((item, index) =>
        sectionOf(`${HANDOFFS_SECTION}-${String(index + 1)}`, item.label, 2, (place) => messageBlock(item, place)),
      ),
  ];
  return {
    ...outline,
    sections: [...sections, ...outline.sections],
    elements: [...sections.flatMap(elementsIn), ...outline.elements],
  };
}

function elementsIn({ blocks }: Section): Element[] {
  return blocks.flatMap((block) => (block.kind === 'element' ? [block.element] : []));
}

/** VS Code ignores an entry without a label or an agent. */
function readHandoff(value: unknown): Handoff[] {
  if (!isMapping(value)) return [];
  const [label, agent, prompt] = [value.label, value.agent, value.prompt].map((text) => asText(text).trim());
  return label && agent ? [{ label, agent, prompt: prompt ?? '', send: value.send === true }] : [];
}

function delegationBlock(items: readonly Handoff[], place: ElementBase, line: number): ElementBlock {
  const element: Delegations = {
    ...place,
    kind: 'delegations',
    variant: 'to',
    items: items.map(({ label, agent }) => ({
      task: label,
      route: { written: agent, parties: [{ agent }], joined: 'and' },
      line,
    })),
  };
  const node: List = {
    type: 'list',
    children: items.map(({ label, agent }) => ({
      type: 'listItem',
      children: [{ type: 'paragraph', children: [{ type: 'text', value: `${label} → ${agent}` }] }],
    })),
  };
  return { kind: 'element', element, node, from: place.from, to: place.to };
}

function messageBlock({ agent, prompt, send }: Handoff, place: ElementBase): ElementBlock {
  const text = JSON.stringify({ agent, prompt, send }, null, 2);
  const element: Message = { ...place, kind: 'message', purpose: 'request', text, sentence: '' };
  return {
    kind: 'element',
    element,
    node: { type: 'code', lang: 'json', value: text },
    from: place.from,
    to: place.to,
  };
}

/** Whether `withHandoffs` shows all of a value: every entry, and every key of it. */
export function areAllRead(handoffs: unknown): boolean {
  return (
    Array.isArray(handoffs) &&
    handoffs.every(
      (entry: unknown) =>
        readHandoff(entry).length === 1 &&
        isMapping(entry) &&
        Object.keys(entry).every((key) => ['label', 'agent', 'prompt', 'send'].includes(key)),
    )
  );
}
