import type { Seat } from '../../decide/wizard.ts';
import { allAnswers, type DecisionTree } from '../../playbook/elements/decision-tree.ts';
import { agentsOn, type Route } from '../../playbook/elements/route.ts';
import { partyView, type Lookup, type PartyView } from '../shared/route.ts';

/** A part of a seat's label; with a party, the name of somebody. */
export interface LabelPart {
  text: string;
  party?: PartyView;
}

/** The seats that a tree can fill, each once, in the order in which they are first named. */
export function seatsOf({ questions }: DecisionTree): Map<string, Seat> {
  const seats = new Map<string, Seat>();
  for (const { answer } of allAnswers(questions)) {
    for (const { label, names } of answer.route ? seatsOn(answer.route) : []) {
      if (!seats.has(label)) seats.set(label, { id: `s${String(seats.size)}`, label, names });
    }
  }
  return seats;
}

/** Those on a route: everyone has a seat, but those of whom any one will do share one. */
export function seatsOn(route: Route): Omit<Seat, 'id'>[] {
  if (route.joined === 'or') return [{ label: withoutNote(route), names: [...new Set(agentsOn(route))] }];
  return route.parties.map((party) =>
    'agent' in party ? { label: `@${party.agent}`, names: [party.agent] } : { label: party.role, names: [] },
  );
}

function withoutNote({ written, note }: Route): string {
  return note === undefined ? written : written.replace(/\s*\([^()]*\)\s*$/, '');
}

/** A label as written, cut where the names in it are, so that they can be links. */
export function labelParts({ label, names }: Omit<Seat, 'id'>, lookup: Lookup): LabelPart[] {
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
