import type { Agent } from '../agent.ts';
import { wordCounter } from './topic-finder.ts';
import type { Topics } from './topics.ts';

/** Topics fit a folder if at least this share of its agents is about their field. */
const MIN_SHARE = 0.5;

/** Characters of a prompt in which a field is looked for: an agent names its field early. */
const MAX_LENGTH = 20_000;

/** Returns the text of an agent in which its field is looked for. */
export function textOf({ name, description, body }: Agent): string {
  return `${name.replaceAll(/[-_]/g, ' ')}\n${description}\n${body}`;
}

/** Returns a function that checks whether an agent has enough of the signs of a field. */
export function aboutField({ field, spellings }: Topics): (agent: Agent) => boolean {
  if (!field) return () => true;
  const count = wordCounter(field.signs, spellings);
  return (agent) => count(textOf(agent).slice(0, MAX_LENGTH)) >= field.least;
}

/**
 * Chooses the topics for a folder: those of the first file whose field at least half of the agents are about. If there is
 * none, the result has no topics. The spellings are those of the last file, which is the most general. A single file is used
 * for any agents.
 * @param files in the order of preference, the most special first; at least one
 */
export function chooseTopics(files: readonly Topics[], agents: readonly Agent[]): Topics {
  const [only, ...others] = files;
  if (only && others.length === 0) return only;
  const considered = files.map((topics) => ({ topics, about: agents.filter(aboutField(topics)).length }));
  const fitting = considered.find(({ about }) => about >= agents.length * MIN_SHARE);
  const choice = {
    agents: agents.length,
    considered: considered.flatMap(({ topics, about }) =>
      topics.field ? [{ file: topics.file, field: topics.field, about, isChosen: topics === fitting?.topics }] : [],
    ),
  };
  if (fitting) return { ...fitting.topics, choice };
  const last = files.at(-1);
  return { file: last?.file ?? '', topics: [], spellings: last?.spellings ?? [], problems: [], choice };
}
