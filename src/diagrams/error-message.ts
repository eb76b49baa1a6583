/* Makes Mermaid's errors readable. */

import { decodeEntities } from './entity-codes.ts';

/** Longest message, in characters. Longer ones list everything that the grammar would have allowed. */
const MAX_MESSAGE_LENGTH = 240;

/** Returns Mermaid's message about a text, in one line. */
export function mermaidErrorMessage(error: unknown): string {
  const message = decodeEntities(error instanceof Error ? error.message : String(error))
    // Parts of entity codes that Mermaid has cut in two.
    .replace(/ﬂ°+/g, '#')
    .replace(/¶ß/g, ';')
    // The arrow below the position of an error has no meaning in a single line.
    .replace(/^-*\^$/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (error instanceof TypeError || error instanceof ReferenceError) {
    return `This diagram cannot be drawn without a browser (${message})`;
  }
  return message.length > MAX_MESSAGE_LENGTH ? `${message.slice(0, MAX_MESSAGE_LENGTH - 1)}…` : message;
}
