/* Turns a Mermaid text into a layout, in a thread with the DOM shim. */

import { withStyleCache } from './cascade.ts';
import type { Layout } from './layout.ts';
import { initializeMermaid, MAX_TEXT_LENGTH, renderWithMermaid } from './mermaid.ts';
import { mermaidErrorMessage } from './error-message.ts';
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
    const isUnsupported =
      error instanceof UnsupportedDiagram || error instanceof TypeError || error instanceof ReferenceError;
    return { error: mermaidErrorMessage(error), ...(isUnsupported && { isUnsupported }) };
  }
}
