import { estimateTokens } from '../../playbook/cost.ts';

/** The rule that token counts are estimated by, for the pages that show them. */
export const TOKEN_RULE = 'Tokens are estimated: four characters a token.';

/** Returns a size in characters with its estimated tokens: "1,234 characters, about 309 tokens". */
export function sizeText(characters: number): string {
  return `${grouped(characters)} characters, about ${tokensText(characters)}`;
}

/** Returns the estimated tokens of a text: "309 tokens". */
export function tokensText(characters: number): string {
  const tokens = estimateTokens(characters);
  return `${grouped(tokens)} ${tokens === 1 ? 'token' : 'tokens'}`;
}

function grouped(count: number): string {
  return count.toLocaleString('en-GB');
}
