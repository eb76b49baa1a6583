import type { Agent } from '../../playbook/agent.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import { problem, type Position, type Problem } from '../../playbook/problems.ts';
import type { Topics } from '../../playbook/topics/topics.ts';
import { playbookIndex } from '../shared/playbook-index.ts';
import { confusionsOf } from './confusions.ts';

/** Longest part of a request to quote, in characters. */
const MAX_QUOTED = 60;

/** Returns a problem for each example request that finds another agent first, in the file with the request. */
export function confusionProblems(playbook: Playbook, topics: Topics): Problem[] {
  const { agents } = playbookIndex(playbook);
  const first = confusionsOf(playbook, topics).filter(({ isFirst }) => isFirst);
  return [...Map.groupBy(first, ({ agent, request }) => `${agent}\n${request}`).values()].flatMap((confusions) => {
    const agent = agents.get(confusions[0]?.agent ?? '');
    const others = confusions.map(({ other }) => agents.get(other)?.name ?? other);
    if (!agent) return [];
    const request = confusions[0]?.request ?? '';
    const quoted = request.length > MAX_QUOTED ? `${request.slice(0, MAX_QUOTED).trimEnd()}…` : request;
    const found = new Intl.ListFormat('en-GB').format(others);
    const at = positionOf(request, agent);
    return [problem('example-finds-other', agent.source.path, at, `“${quoted}” finds ${found}`)];
  });
}

/** Characters of a request to look for in a file, where the rest may be on other lines. */
const SOUGHT = 30;

/** Returns where a request is: in the system prompt or in the front matter; otherwise, where the description is. */
function positionOf(request: string, { body, source }: Agent): Position {
  const start = (request.split('\n')[0] ?? '').slice(0, SOUGHT);
  const inBody = find(start, body.split('\n'));
  if (inBody) return inBody;
  const lines = source.frontMatter.split('\n');
  const inFrontMatter = find(start, lines);
  if (!inFrontMatter) return source.descriptionAt;
  // The front matter may begin below a comment; the line of the description shows where.
  const description = lines.findIndex((line) => /^\W*description\W*:/.test(line));
  return { ...inFrontMatter, line: inFrontMatter.line + source.descriptionAt.line - (description + 1) };
}

function find(text: string, lines: readonly string[]): Position | undefined {
  const index = lines.findIndex((line) => line.includes(text));
  return index < 0 ? undefined : { line: index + 1, column: (lines[index]?.indexOf(text) ?? 0) + 1 };
}
