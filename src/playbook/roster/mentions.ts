import type { Nodes } from 'mdast';
import { codeNamePattern, columnOfName, mentionPattern } from '../agent-names.ts';
import type { Section } from '../section.ts';

/** An agent's name in running text. */
export interface Mention {
  name: string;
  /**
   * Whether it has an `@` and a hyphen, and the words before it address an agent: then it is a name, even if the roster
   * does not have it yet. `@lru_cache` is more likely code, and "Prefer @use-gesture" is about a package.
   */
  explicit: boolean;
  /** Anchor of the section that contains it. */
  section: string;
  line: number;
  /** Column of the name itself, after the `@`. */
  column: number;
}

/**
 * Finds the names of agents in the prose of a file: `@name`, and `name` as a code span. Code blocks inside lists are
 * left out; the names in elements are references of their own.
 * @param lines the file's lines
 */
export function findMentions(sections: readonly Section[], lines: readonly string[]): Mention[] {
  return sections.flatMap(({ id, blocks }) =>
    blocks
      .flatMap((block) => (block.kind === 'prose' ? block.nodes : []))
      .flatMap((node) => mentionsIn(node, id, lines)),
  );
}

function mentionsIn(node: Nodes, section: string, lines: readonly string[]): Mention[] {
  // A link to a website is the account of a person.
  if (node.type === 'link' && /^https?:/i.test(node.url)) return [];
  if (node.type !== 'text' && node.type !== 'inlineCode') {
    return 'children' in node ? node.children.flatMap((child) => mentionsIn(child, section, lines)) : [];
  }
  const start = node.position?.start ?? { line: 1, column: 1 };
  return node.value.split('\n').flatMap((words, index) => {
    const line = start.line + index;
    // Each search starts after the previous name, so that a name that occurs twice has two columns.
    let from = index === 0 ? start.column : 1;
    return namesIn(node.type, words).map((name) => {
      const column = columnOfName(name.name, lines[line - 1] ?? '', from) ?? from;
      from = column + name.name.length;
      return { ...name, section, line, column };
    });
  });
}

/** Words before an `@` that say that a package, a comment or a person follows. */
const otherThanAgent =
  /\b(?:no|prefer|avoid|without|never|install|import|add|write|remove|package|library|decorator|directive|annotation|(?:maintained|created|written|made|built|authored) by|thanks to|credits? to|author|maintainer|contact|cc|follow):? $/i;

/** `@"name (agent)"`, as Claude Code completes a name. */
const quotedMention = /@"([a-z0-9][\w-]*) \(agent\)"/g;

/** A call of the tool that starts an agent: `Task(subagent_type="name")`, `subagent_type: name`, `Agent(name)`. */
const callOfAgent = /\bsubagent_type["']?\s*[:=]\s*["']?([a-z0-9][\w-]*)|^(?:Agent|Task)\(([a-z0-9][\w-]*)\)$/;

function namesIn(type: 'text' | 'inlineCode', words: string): Pick<Mention, 'name' | 'explicit'>[] {
  if (type === 'text') {
    const quoted = [...words.matchAll(quotedMention)].map(({ 1: name = '' }) => ({ name, explicit: false }));
    const written = [...words.matchAll(mentionPattern)].map(({ 1: name = '', index }) => ({
      name,
      explicit: name.includes('-') && !otherThanAgent.test(words.slice(Math.max(0, index - 40), index)),
    }));
    return [...quoted, ...written];
  }
  if (words.startsWith('@')) {
    const [mention] = words.matchAll(mentionPattern);
    const name = mention?.[0] === words ? mention[1] : undefined;
    return name === undefined ? [] : [{ name, explicit: name.includes('-') }];
  }
  const name = codeNamePattern.exec(words)?.[1] ?? agentCalledIn(words);
  return name === undefined ? [] : [{ name, explicit: false }];
}

function agentCalledIn(code: string): string | undefined {
  const match = callOfAgent.exec(code);
  return match?.[1] ?? match?.[2];
}
