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

/** Returns where a request is: in the system prompt if its words are there, otherwise in the description. */
function positionOf(request: string, { body, source }: Agent): Position {
  const start = request.split('\n')[0] ?? '';
  const lines = body.split('\n');
  const line = lines.findIndex((text) => text.includes(start));
  if (line >= 0) return { line: line + 1, column: (lines[line]?.indexOf(start) ?? 0) + 1 };
  return source.descriptionAt;
}
