import type { Nodes } from 'mdast';
import type { Block, Section } from '../section.ts';
import { mentionPattern } from '../elements/route.ts';
import { columnOf } from './name-position.ts';

/** An agent's name in running text. */
export interface Mention {
  name: string;
  /**
   * With an `@` and a hyphen: then it is meant as a name, whether anybody has heard of it or not. `@lru_cache`
   * is more likely code.
   */
  explicit: boolean;
  /** Anchor of the section that it stands in. */
  section: string;
  line: number;
  /** Where the name itself begins, behind the `@`. */
  column: number;
}

/** A code span that may be a name: only names that are known count. */
export const namePattern = /^@?([a-z0-9]+(?:[-_][a-z0-9]+)+)$/;

/**
 * Names of agents in the prose of a file: `@name`, and `name` as a code span. Code blocks inside lists are
 * left out, and what elements say about agents is not repeated here.
 * @param lines the file's lines
 */
export function findMentions(sections: readonly Section[], lines: readonly string[]): Mention[] {
  return sections.flatMap(({ id, blocks }) =>
    blocks.flatMap((block) => nodesOf(block).flatMap((node) => mentionsIn(node, id, lines))),
  );
}

function nodesOf(block: Block): Nodes[] {
  return block.kind === 'prose' ? block.nodes : [];
}

function mentionsIn(node: Nodes, section: string, lines: readonly string[]): Mention[] {
  if (node.type !== 'text' && node.type !== 'inlineCode') {
    return 'children' in node ? node.children.flatMap((child) => mentionsIn(child, section, lines)) : [];
  }
  const start = node.position?.start ?? { line: 1, column: 1 };
  return node.value.split('\n').flatMap((words, index) => {
    const line = start.line + index;
    // Names are looked for one after the other, so that one that occurs twice has two places.
    let from = index === 0 ? start.column : 1;
    return namesIn(node.type, words).map((name) => {
      const column = columnOf(name.name, lines[line - 1] ?? '', from) ?? from;
      from = column + name.name.length;
      return { ...name, section, line, column };
    });
  });
}

function namesIn(type: 'text' | 'inlineCode', words: string): Pick<Mention, 'name' | 'explicit'>[] {
  if (type === 'text') {
    return [...words.matchAll(mentionPattern)].map(([, name = '']) => ({ name, explicit: name.includes('-') }));
  }
  if (words.startsWith('@')) {
    const [mention] = words.matchAll(mentionPattern);
    const name = mention?.[0] === words ? mention[1] : undefined;
    return name === undefined ? [] : [{ name, explicit: name.includes('-') }];
  }
  const name = namePattern.exec(words)?.[1];
  return name === undefined ? [] : [{ name, explicit: false }];
}
