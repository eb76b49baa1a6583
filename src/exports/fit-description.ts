import type { Agent } from '../playbook/agent.ts';
import type { Dialect } from '../playbook/dialects/dialect.ts';
import type { Loss } from './export.ts';
import { targetName } from './targets.ts';
import type { WrittenAgent } from './written-agent.ts';

/** A description as the target accepts it. */
export interface FittedDescription {
  text: string;
  losses: Loss[];
}

/** Returns a description that the target accepts. One that is too long loses its dialogues first, then its end. */
export function fitDescription(agent: Agent, { description }: WrittenAgent, target: Dialect): FittedDescription {
  const limit = target.limits?.description ?? Infinity;
  const changed = (text: string, explanation: string): FittedDescription => ({
    text,
    losses: [{ field: 'description', effect: 'changed', explanation }],
  });
  if (description === '') {
    return changed(
      `The agent ${agent.name}.`.slice(0, limit),
      'The agent has none, so the file has a sentence with its name.',
    );
  }
  if (description.length <= limit) return { text: description, losses: [] };
  const tooLong = `The limit of ${targetName(target)} is ${inEnglish(limit)} characters, and it has ${inEnglish(description.length)}.`;
  const prose = agent.description;
  if (prose !== '' && prose.length <= limit)
    return changed(prose, `${tooLong} The file has it without its example dialogues.`);
  return changed(cut(prose === '' ? description : prose, limit), `${tooLong} The file has only its start.`);
}

/** Returns a number with commas. */
export function inEnglish(number: number): string {
  return number.toLocaleString('en');
}

/** Cuts a text after a word. */
function cut(text: string, limit: number): string {
  const start = text.slice(0, limit - 1);
  const end = start.search(/\s\S*$/);
  return `${(end > limit / 2 ? start.slice(0, end) : start).toWellFormed().trimEnd()}…`;
}
