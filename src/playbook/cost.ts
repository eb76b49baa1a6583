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
