import type { Block, Section } from './outline.ts';
import { isAgentName, mentionPattern } from './elements/route.ts';

/** An agent's name in running text. */
export interface Mention {
  name: string;
  /** With an `@`: then it is meant as a name, whether anybody has heard of it or not. */
  explicit: boolean;
  /** Anchor of the section that it stands in. */
  section: string;
  line: number;
}

const codeSpan = /`@?([a-z0-9]+(?:[-_][a-z0-9]+)+)`/g;

/**
 * Names of agents in the prose of a file: `@name`, and `name` as a code span. What elements say about agents
 * is not repeated here.
 * @param lines the file's lines
 */
export function findMentions(sections: readonly Section[], lines: readonly string[]): Mention[] {
  return sections.flatMap(({ id, blocks }) => blocks.filter(isProse).flatMap((block) => mentionsIn(block, id, lines)));
}

function isProse(block: Block): boolean {
  return block.kind === 'prose';
}

function mentionsIn({ from, to }: Block, section: string, lines: readonly string[]): Mention[] {
  return lines.slice(from - 1, to).flatMap((text, index) => {
    const explicit = [...text.matchAll(mentionPattern)].map(([, name = '']) => name);
    const spans = [...text.matchAll(codeSpan)].map(([, name = '']) => name).filter((name) => !explicit.includes(name));
    return [
      ...explicit.map((name) => ({ name, explicit: isAgentName(name), section, line: from + index })),
      ...spans.map((name) => ({ name, explicit: false, section, line: from + index })),
    ];
  });
}
