import { estimateTokens, type Cost } from '../../playbook/cost.ts';

/** The rule that token counts are estimated by, for the pages that show them. */
export const TOKEN_RULE = 'Tokens are estimated: four characters a token.';

/** Returns a size in characters with its estimated tokens: "1,234 characters, about 309 tokens". */
export function sizeText(characters: number): string {
  return `${grouped(characters)} characters, about ${tokensText(characters)}`;
}

/** Returns what all agents of a folder cost, with the rule that tokens are estimated by. */
export function allCostText({ description, prompt }: Cost): string {
  return `All descriptions together, which a tool always loads: ${sizeText(description)}. All prompts, each loaded when its agent is called: ${sizeText(prompt)}. ${TOKEN_RULE}`;
}

/** Returns what an agent costs: its description always, its prompt when it is called. */
export function costText({ description, prompt }: Cost): string {
  return `${tokensText(description)} always, ${tokensText(prompt)} on call`;
}

/** Returns the estimated tokens of a text: "309 tokens". */
function tokensText(characters: number): string {
  const tokens = estimateTokens(characters);
  return `${grouped(tokens)} ${tokens === 1 ? 'token' : 'tokens'}`;
}

function grouped(count: number): string {
  return count.toLocaleString('en-GB');
}
