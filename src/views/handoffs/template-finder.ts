import type { HandoffTemplate } from '../../playbook/elements/templates/handoff-template.ts';
import { addressedBy, keysOf } from '../../playbook/roster/recipients.ts';
import { elementsOfKind, type PlacedElement, type Playbook } from '../../playbook/playbook.ts';

export type PlacedTemplate = PlacedElement<HandoffTemplate>;

/**
 * Finds the template for a handoff to an agent.
 * @param name of the receiving agent
 * @param from id of the agent that hands off; its own templates are preferred
 */
export type TemplateFinder = (name: string, from: string) => PlacedTemplate | undefined;

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
