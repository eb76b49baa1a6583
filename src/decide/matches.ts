import type { TeamMember } from './wizard.ts';

/** A handoff template or flow on the page, with the names of the agents that it is for. */
export interface TeamElement {
  names: readonly string[];
  /** Its place in written order. */
  order: number;
}

/** Returns the names of the agents that can be on the team. */
export function agentsOnTeam(team: readonly TeamMember[]): Set<string> {
  return new Set(team.flatMap(({ slot }) => slot.names));
}

/**
 * Finds the members of the team that each template or flow is for.
 * @returns all candidates with their matching names (none if it matches no one), the ones with most matches first
 */
export function matchTeam<Entry extends TeamElement>(
  candidates: readonly Entry[],
  team: readonly TeamMember[],
): { candidate: Entry; matching: string[] }[] {
  const agents = agentsOnTeam(team);
  return candidates
    .map((candidate) => ({ candidate, matching: candidate.names.filter((name) => agents.has(name)) }))
    .sort((a, b) => b.matching.length - a.matching.length || a.candidate.order - b.candidate.order);
}
