import { problem, type Problem } from './problems.ts';

/** The size of an agent's texts, in characters. */
export interface Cost {
  /** The description, which a tool loads with every conversation so that it can choose an agent. */
  description: number;
  /** The system prompt, which a tool loads when it calls the agent. */
  prompt: number;
}

/** A rule of thumb for English text: each token of a language model has about this many characters. */
const CHARACTERS_PER_TOKEN = 4;

/** Estimates the tokens of a text from its length in characters. */
export function estimateTokens(characters: number): number {
  return Math.ceil(characters / CHARACTERS_PER_TOKEN);
}

/** Returns the size of all texts together. */
export function totalCost(agents: readonly { cost: Cost }[]): Cost {
  const sum = (key: keyof Cost) => agents.reduce((total, { cost }) => total + cost[key], 0);
  return { description: sum('description'), prompt: sum('prompt') };
}

/**
 * Reports that the descriptions of all agents need more tokens than they may; at most one problem.
 * @param budget in tokens; 0 if there is none
 * @param folder the path to report
 */
export function overBudget(agents: readonly { cost: Cost }[], budget: number, folder: string): Problem[] {
  const tokens = estimateTokens(totalCost(agents).description);
  if (budget === 0 || tokens <= budget) return [];
  return [
    problem('budget-exceeded', folder, { line: 1, column: 1 }, `about ${String(tokens)} of ${String(budget)} tokens`),
  ];
}
