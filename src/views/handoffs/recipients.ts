import type { HandoffTemplate } from '../../playbook/elements/handoff-template.ts';
import { elementsOfKind, type PlacedElement, type Playbook } from '../../playbook/playbook.ts';

export type PlacedTemplate = PlacedElement<HandoffTemplate>;

/**
 * Finds the template by which somebody is handed something.
 * @param name of the agent that receives it
 * @param from id of the agent that hands it over: its own templates come before all others
 */
export type TemplateFinder = (name: string, from: string) => PlacedTemplate | undefined;

/** Words that many names share, and by which a field is not told. */
const common = new Set(
  `a agent and any architect consultant designer developer dev engineer expert for handoff lead of or
   orchestrator our pro professional request reviewer specialist team the to`.split(/\s+/),
);

/**
 * Whether a heading such as `To Security Specialists` addresses somebody: by name, or else by a word that says
 * what the name is about.
 */
export function fitsRecipient(recipient: string, name: string): boolean {
  const addressed = addressedBy(recipient);
  return keysOf(name).some((key) => addressed.includes(key));
}

/** Looks at each template memoize, however many are asked for: with a thousand agents, both are many. */
export function templateFinder(playbook: Playbook): TemplateFinder {
  const templates = elementsOfKind(playbook, 'handoff-template');
  /** The first template that addresses a key, of all and of each agent. */
  const first = new Map<string, number>();
  const firstOf = new Map<string, number>();
  const note = (map: Map<string, number>, key: string, index: number) => {
    if (!map.has(key)) map.set(key, index);
  };
  templates.forEach(({ agent, element }, index) => {
    for (const key of addressedBy(element.recipient)) {
      note(first, key, index);
      note(firstOf, `${agent.id} ${key}`, index);
    }
  });
  return (name, from) => {
    const lowest = (found: (number | undefined)[]) => Math.min(...found.map((index) => index ?? Infinity));
    const keys = keysOf(name);
    const own = lowest(keys.map((key) => firstOf.get(`${from} ${key}`)));
    return templates[own] ?? templates[lowest(keys.map((key) => first.get(key)))];
  };
}

/** What a recipient is told by: names, each with an `@`, or else words. */
function addressedBy(recipient: string): string[] {
  const named: string[] = recipient.toLowerCase().match(/[a-z0-9]+(?:[-_][a-z0-9]+)+/g) ?? [];
  return named.length > 0 ? named.map((name) => `@${name}`) : fieldWords(recipient);
}

/** What may address somebody. */
function keysOf(name: string): string[] {
  return [`@${name}`, ...fieldWords(name)];
}

function fieldWords(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}+#]+/gu) ?? [];
  return words.map((word) => word.replace(/(?<=\w{3})s$/, '')).filter((word) => !common.has(word));
}
