import type { Slot } from '../../decide/wizard.ts';
import { allAnswers, type DecisionTree } from '../../playbook/elements/decision-tree.ts';
import { agentsOn, type Route } from '../../playbook/elements/route.ts';
import { partyView, type Lookup, type PartyView } from '../shared/route-view.ts';

/** A part of a slot's label: an agent's name if it has a party, other text if not. */
export interface LabelPart {
  text: string;
  party?: PartyView;
}

/** Returns the slots that a tree can fill, each once, by label, in the order in which they are first named. */
export function slotsOfTree({ questions }: DecisionTree): Map<string, Slot> {
  const slots = new Map<string, Slot>();
  for (const { answer } of allAnswers(questions)) {
    for (const { label, names } of answer.route ? slotsOnRoute(answer.route) : []) {
      if (!slots.has(label)) slots.set(label, { id: `s${String(slots.size)}`, label, names });
    }
  }
  return slots;
}

/** Returns a slot for each party on a route, or a single one if the route is an alternative (`@a or @b`). */
export function slotsOnRoute(route: Route): Omit<Slot, 'id'>[] {
  if (route.joined === 'or') return [{ label: withoutNote(route), names: [...new Set(agentsOn(route))] }];
  return route.parties.map((party) =>
    'agent' in party ? { label: `@${party.agent}`, names: [party.agent] } : { label: party.role, names: [] },
  );
}

function withoutNote({ written, note }: Route): string {
  return note === undefined ? written : written.replace(/\s*\([^()]*\)\s*$/, '');
}

/** Splits a label at the agents' names in it, so that they can become links. */
export function labelParts({ label, names }: Omit<Slot, 'id'>, lookup: Lookup): LabelPart[] {
  const parts: LabelPart[] = [];
  let rest = label;
  for (const name of names) {
    const at = rest.indexOf(name);
    if (at === -1) continue;
    const before = rest.slice(0, at).replace(/@$/, '');
    if (before !== '') parts.push({ text: before });
    parts.push({ text: `@${name}`, party: partyView(name, lookup) });
    rest = rest.slice(at + name.length);
  }
  return rest === '' ? parts : [...parts, { text: rest }];
}
