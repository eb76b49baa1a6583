import { whileStill } from './cascade.ts';
import type { Layout } from './layout.ts';
import { drawWithMermaid, LONGEST_TEXT, prepareMermaid } from './mermaid.ts';
import { messageOf } from './error-message.ts';
import { sceneOf, Undrawable } from './scene.ts';
import { toSafeSvg } from './sanitize-svg.ts';
import { writeScene } from './write.ts';

prepareMermaid();

/** Lays out a Mermaid text, in a thread that is enough of a browser. Never throws. */
export async function layOutDiagram(text: string): Promise<Layout> {
  if (text.length > LONGEST_TEXT) return { error: `The text is longer than ${String(LONGEST_TEXT)} characters` };
  try {
    const source = await drawWithMermaid(text);
    return whileStill(() => {
      const items = sceneOf(source);
      if (items.length === 0) throw new Undrawable('nothing is drawn');
      const { shapes, width, height } = writeScene(source, items);
      return { shapes: toSafeSvg(shapes), width, height };
    });
  } catch (error) {
    return { error: messageOf(error) };
  }
}
