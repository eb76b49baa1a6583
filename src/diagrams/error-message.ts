import { decodeEntities } from './entities.ts';

/** Longer messages list all that a grammar would have allowed; nobody reads that, in characters. */
const LONGEST_MESSAGE = 240;

/** What Mermaid says about a text, in one line. */
export function messageOf(error: unknown): string {
  const message = decodeEntities(error instanceof Error ? error.message : String(error))
    // What is left of entity codes that Mermaid has cut in two.
    .replace(/ﬂ°+/g, '#')
    .replace(/¶ß/g, ';')
    // A drawn arrow below the place of a mistake points nowhere in one line.
    .replace(/^-*\^$/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (error instanceof TypeError || error instanceof ReferenceError) {
    return `This diagram cannot be drawn without a browser (${message})`;
  }
  return message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE - 1)}…` : message;
}
