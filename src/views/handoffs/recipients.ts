import type { HandoffTemplate } from '../../playbook/elements/handoff-template.ts';
import { elementsOfKind, type PlacedElement, type Playbook } from '../../playbook/playbook.ts';

export type PlacedTemplate = PlacedElement<HandoffTemplate>;

/**
 * Finds the template for a handoff to an agent.
 * @param name of the receiving agent
 * @param from id of the agent that hands off; its own templates are preferred
 */
export type TemplateFinder = (name: string, from: string) => PlacedTemplate | undefined;

/** Words that many names share, and that say nothing about a field of work. */
const common = new Set(
  `a agent and any architect consultant designer developer dev engineer expert for handoff lead of or
   orchestrator our pro professional request reviewer specialist team the to`.split(/\s+/),
);

/** Whether a heading such as `To Security Specialists` addresses an agent, by its name or by its field of work. */
export function matchesRecipient(recipient: string, name: string): boolean {
  const addressed = addressedBy(recipient);
  return keysOf(name).some((key) => addressed.includes(key));
}

/** Indexes the templates by recipient, because a large playbook has many templates and many handoffs. */
export function templateFinder(playbook: Playbook): TemplateFinder {
  const templates = elementsOfKind(playbook, 'handoff-template');
  /** Index of the first template for each key, of all agents and of each. */
  const first = new Map<string, number>();
  const firstOf = new Map<string, number>();
  const addFirst = (map: Map<string, number>, key: string, index: number) => {
    if (!map.has(key)) map.set(key, index);
  };
  templates.forEach(({ agent, element }, index) => {
    for (const key of addressedBy(element.recipient)) {
      addFirst(first, key, index);
      addFirst(firstOf, `${agent.id} ${key}`, index);
    }
  });
  return (name, from) => {
    const lowest = (found: (number | undefined)[]) => Math.min(...found.map((index) => index ?? Infinity));
    const keys = keysOf(name);
    const own = lowest(keys.map((key) => firstOf.get(`${from} ${key}`)));
    return templates[own] ?? templates[lowest(keys.map((key) => first.get(key)))];
  };
}

/** Returns the keys that a heading addresses: agent names, each with an `@`, or else words. */
function addressedBy(recipient: string): string[] {
  const named: string[] = recipient.toLowerCase().match(/[a-z0-9]+(?:[-_][a-z0-9]+)+/g) ?? [];
  return named.length > 0 ? named.map((name) => `@${name}`) : fieldWords(recipient);
}

/** Returns the keys by which an agent can be addressed. */
function keysOf(name: string): string[] {
  return [`@${name}`, ...fieldWords(name)];
}

function fieldWords(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}+#]+/gu) ?? [];
  return words.map((word) => word.replace(/(?<=\w{3})s$/, '')).filter((word) => !common.has(word));
}
