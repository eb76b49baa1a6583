import { titlesAbove, type Context } from '../element.ts';
import { hasAgents, refersToAgents, type Route } from '../route.ts';

/** Whether there are several names, all of the folder's agents. Other entries may then be about tools. */
export function areKnown(routes: readonly Route[], { names: known }: Context): boolean {
  return (
    routes.length > 1 &&
    routes.every(({ parties }) => parties.every((party) => 'agent' in party && known.has(party.agent)))
  );
}

/** Whether names are those of agents: one is in the folder, or has an `@`, or the titles above are about agents. */
export function nameKnownAgents(routes: readonly Route[], context: Context): boolean {
  return nameAgentsOfFolder(routes, context) || refersToAgents(routes.filter(hasAgents), titlesAbove(context));
}

/** Whether one of the names in the routes is that of an agent of the folder. */
export function nameAgentsOfFolder(routes: readonly Route[], context: Context): boolean {
  return routes.some(({ parties }) => parties.some((party) => 'agent' in party && context.names.has(party.agent)));
}

/** Whether one of the colleagues in the routes is a role, such as "Tech Lead". */
export function nameRoles(routes: readonly Route[]): boolean {
  return routes.some(({ parties }) => parties.some((party) => 'role' in party));
}

/** Titles of people, whose names on GitHub look like mentions of agents. */
export const peopleTitle =
  /\b(?:git-?hub|maintain\w*|authors?|contribut\w*|credits?|thanks|acknowledg\w*|owners?|users?|people|contacts?)\b/i;
