import { drawWithMermaid, LONGEST_TEXT, prepareMermaid } from './mermaid.ts';
import { messageOf } from './message.ts';
import type { DiagramRequest, Drawing } from './request.ts';
import { sceneOf, Undrawable } from './scene.ts';
import { toSafeSvg } from './wall.ts';
import { writeSvg } from './write.ts';

prepareMermaid();

/** Draws a diagram, in a thread that is enough of a browser. Never throws. */
export async function draw(request: DiagramRequest): Promise<Drawing> {
  if (request.text.length > LONGEST_TEXT) {
    return { error: `The text is longer than ${String(LONGEST_TEXT)} characters` };
  }
  try {
    const source = await drawWithMermaid(request.text);
    const items = sceneOf(source);
    if (items.length === 0) throw new Undrawable('nothing is drawn');
    const { svg, width, height } = writeSvg(source, items, request);
    return { svg: toSafeSvg(svg), width, height };
  } catch (error) {
    return { error: messageOf(error) };
  }
}
