import GithubSlugger, { slug } from 'github-slugger';
import type { Definition, Heading, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { recognise, type Element } from './elements/index.ts';
import { phasedWorkflows } from './elements/phases.ts';
import type { Code, Prose, Section } from './section.ts';
import { mendFences, type FenceFault } from './source/fences.ts';
import { parseMarkdown } from './source/markdown.ts';

export interface Outline {
  sections: Section[];
  /** Every element of the file, in order; workflows made of whole sections come last. */
  elements: Element[];
  /** Targets of reference links, which may stand anywhere in the file. */
  definitions: Definition[];
  faults: FenceFault[];
}

/**
 * Markdown → sections of blocks. Fenced code never opens a section. In a file without a single heading, a
 * paragraph that is one bold label (`**Quality gates:**`) opens one instead: many agents are written so.
 * Every line that is not blank belongs to exactly one heading, block or definition.
 */
export function outline(markdown: string): Outline {
  const { text, faults } = mendFences(markdown);
  const root = parseMarkdown(text);
  const hasHeadings = root.children.some((node) => node.type === 'heading');
  const sections: Section[] = [{ id: '', title: '', heading: [], depth: 1, line: 1, blocks: [] }];
  const definitions: Definition[] = [];
  const slugger = new GithubSlugger();
  const elementSlugger = new GithubSlugger();
  const elements: Element[] = [];
  const ancestors: { depth: number; title: string }[] = [];
  let previous: RootContent | undefined;
  let taken = 0;

  for (const node of root.children) {
    // The parser has a setext heading begin with the definitions right above it; they have lines of their own.
    const line = Math.max(node.position?.start.line ?? 1, taken + 1);
    taken = lastLine(node, line);
    const heading = node.type === 'heading' ? node : hasHeadings ? undefined : labelAsHeading(node);
    if (heading) {
      const title = toString(heading).replace(/\s+/g, ' ').trim();
      while ((ancestors.at(-1)?.depth ?? 0) >= heading.depth) ancestors.pop();
      ancestors.push({ depth: heading.depth, title });
      // A title of symbols alone leaves nothing to make an anchor of.
      const id = slugger.slug(slug(title) === '' ? 'section' : title);
      sections.push({ id, title, heading: heading.children, depth: ancestors.length, line, blocks: [] });
    } else if (node.type === 'definition') {
      definitions.push(node);
    } else {
      const { id: section = '', blocks = [] } = sections.at(-1) ?? {};
      const recognised = recognise(node, { headings: ancestors.map(({ title }) => title) });
      if (recognised) {
        const given = recognised.title ?? ancestors.at(-1)?.title ?? '';
        const title = given === '' ? titleOfKind(recognised.kind) : given;
        const at = { section, from: line, to: taken };
        const element: Element = {
          ...recognised,
          ...at,
          title,
          slug: elementSlugger.slug(slug(title) || recognised.kind),
        };
        elements.push(element);
        blocks.push({ kind: 'element', element, node, from: line, to: taken });
        previous = node;
        continue;
      }
      const block = blockOf(node, line);
      const last = blocks.at(-1);
      if (block.kind === 'prose' && last?.kind === 'prose' && previous?.type !== 'definition') {
        last.nodes.push(...block.nodes);
        last.to = block.to;
      } else {
        blocks.push(block);
      }
    }
    previous = node;
  }
  const phases = phasedWorkflows(sections, (title) => elementSlugger.slug(slug(title) || 'workflow'));
  return {
    sections: sections.filter((section) => section.id !== '' || section.blocks.length > 0),
    elements: [...elements, ...phases],
    definitions,
    faults,
  };
}

/** For an element before the first heading: `quality-gate` → `Quality gate`. */
function titleOfKind(kind: string): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll('-', ' ');
}

function lastLine(node: RootContent, from: number): number {
  const end = node.position?.end;
  // What ends before a line's first character has nothing on that line.
  return end ? Math.max(from, end.column === 1 ? end.line - 1 : end.line) : from;
}

function blockOf(node: RootContent, from: number): Prose | Code {
  const to = lastLine(node, from);
  return node.type === 'code'
    ? { kind: 'code', language: (node.lang ?? '').toLowerCase(), text: node.value, from, to }
    : { kind: 'prose', nodes: [node], from, to };
}

/** `**Label**` or `**Label:**` alone in a paragraph, read as a heading. */
function labelAsHeading(node: RootContent): Heading | undefined {
  if (node.type !== 'paragraph') return;
  const [label, ...rest] = node.children;
  if (label?.type !== 'strong' || !/^\s*:?\s*$/.test(rest.map((child) => toString(child)).join(''))) return;
  const children = [...label.children];
  const last = children.at(-1);
  if (last?.type === 'text') children.splice(-1, 1, { ...last, value: last.value.replace(/:\s*$/, '') });
  return { type: 'heading', depth: 2, children };
}
