/* Turns a Mermaid text into a layout, in a thread with the DOM shim. */

import { withStyleCache } from './cascade.ts';
import type { Layout } from './layout.ts';
import { initializeMermaid, MAX_TEXT_LENGTH, renderWithMermaid } from './mermaid.ts';
import { decodeEntities } from './entity-codes.ts';
import { readScene, UnsupportedDiagram } from './read-scene.ts';
import type { DiagramSource } from './request.ts';
import { sanitizeSvg } from './sanitize-svg.ts';
import { writeScene } from './write-svg.ts';

/** Lays out a Mermaid text. Never throws: errors are part of the layout. */
export async function layOutDiagram({ text, arrangement }: DiagramSource): Promise<Layout> {
  if (text.length > MAX_TEXT_LENGTH) return { error: `The text is longer than ${String(MAX_TEXT_LENGTH)} characters` };
  try {
    initializeMermaid(arrangement);
    const source = await renderWithMermaid(text);
    return withStyleCache(() => {
      const items = readScene(source);
      if (items.length === 0) throw new UnsupportedDiagram('the diagram is empty');
      const { shapes, width, height } = writeScene(source, items);
      return { shapes: sanitizeSvg(shapes), width, height };
    });
  } catch (error) {
    if (error instanceof UnsupportedDiagram) return { error: error.message, isUnsupported: true };
    const message = mermaidErrorMessage(error);
    // Mermaid misses a part of a browser.
    if (error instanceof TypeError || error instanceof ReferenceError) {
      return { error: `This diagram cannot be drawn without a browser (${message})`, isUnsupported: true };
    }
    return { error: message };
  }
}

/** Longest message, in characters. Longer ones list everything that the grammar would have allowed. */
const MAX_MESSAGE_LENGTH = 240;

/** Returns Mermaid's message about a text, in one line. */
function mermaidErrorMessage(error: unknown): string {
  const message = decodeEntities(error instanceof Error ? error.message : String(error))
    // Parts of entity codes that Mermaid has cut in two.
    .replace(/ﬂ°+/g, '#')
    .replace(/¶ß/g, ';')
    // The arrow below the position of an error has no meaning in a single line.
    .replace(/^-*\^$/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
  return message.length > MAX_MESSAGE_LENGTH ? `${message.slice(0, MAX_MESSAGE_LENGTH - 1)}…` : message;
}
