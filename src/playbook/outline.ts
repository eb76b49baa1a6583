import type { Definition, Heading } from 'mdast';
import type { Element } from './elements/kinds.ts';
import { joinedListAt } from './elements/joined-lists/joined-list.ts';
import { splitLinesOfSteps } from './elements/joined-lists/split-lines.ts';
import { labelAsHeading, splitHashHeading, splitPhaseLabel, splitUnderlinedFields } from './headings.ts';
import { OutlineBuilder } from './outline-builder.ts';
import type { Position } from './problems.ts';
import type { Section } from './section.ts';
import { repairFences, type FenceFault } from './source/fences.ts';
import { parseMarkdown } from './source/markdown.ts';
import { unfencedTemplateBelow } from './unfenced-templates.ts';

/** A file's markdown in sections of blocks. */
export interface Outline {
  sections: Section[];
  /** Every element of the file, in order; workflows made of whole sections come last. */
  elements: Element[];
  /** Targets of reference links, which may be anywhere in the file. */
  definitions: Definition[];
  faults: MarkdownFault[];
}

/** A place where markdown reads something else than the author means. */
export type MarkdownFault = FenceFault | (Position & { rule: 'heading-without-space' });

/**
 * Parses markdown into sections of blocks. Fenced code never opens a section. In a file without a single heading, a
 * paragraph that is one bold label (`**Quality gates:**`) opens one instead, because many agents are written that way;
 * in any file, the bold label of a phase does (`**Step 2: Build**`). Every line that is not blank belongs to exactly
 * one heading, block or definition.
 * @param names of the folder's agents, in lower case
 */
export function parseOutline(markdown: string, names: ReadonlySet<string> = new Set()): Outline {
  const { text, faults } = repairFences(markdown);
  const parsed = parseMarkdown(text).children;
  const lines = text.split('\n');
  const nodes = parsed
    .flatMap((node) => splitHashHeading(node, lines))
    .flatMap(splitUnderlinedFields)
    .flatMap(splitPhaseLabel)
    .flatMap(splitLinesOfSteps);
  const isParsed = new Set(parsed);
  const hashHeadings = nodes.filter((node): node is Heading => node.type === 'heading' && !isParsed.has(node));
  const hasHeadings = nodes.some((node) => node.type === 'heading');
  const builder = new OutlineBuilder(names);
  const headings = nodes.map((node) => (node.type === 'heading' ? node : labelAsHeading(node, hasHeadings)));
  let template: ReturnType<typeof unfencedTemplateBelow>;
  /** Index after the last joined list that is no element: its items do not begin others. */
  let tried = 0;
  for (let index = 0; index < nodes.length;) {
    template = unfencedTemplateBelow({ nodes, headings, lines }, index) ?? template;
    if (template?.at === index && builder.addTemplate(template.code)) {
      index += template.length;
      continue;
    }
    const joined = index >= tried && !headings[index] ? joinedListAt({ nodes, headings }, index) : undefined;
    if (joined && builder.addJoinedList(joined.list, joined.kinds)) {
      index += joined.length;
      continue;
    }
    if (joined) tried = index + joined.length;
    const node = nodes[index];
    if (node) builder.add(node, headings[index]);
    index += 1;
  }
  return {
    ...builder.finish(),
    faults: [
      ...faults,
      ...hashHeadings.map(({ position }): MarkdownFault => ({
        rule: 'heading-without-space',
        line: position?.start.line ?? 1,
        column: position?.start.column ?? 1,
      })),
    ],
  };
}
