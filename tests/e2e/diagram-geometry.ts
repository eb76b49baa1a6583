import type { Page } from '@playwright/test';

/**
 * Whether the diagrams of a page are whole in a real browser, with a font that a reader may have: every label
 * inside its shape and inside the picture, no node on another, every edge from a node to a node.
 * @returns one sentence a fault
 */
export async function checkDiagrams(page: Page, fontFamily: string): Promise<string[]> {
  return page.evaluate((font) => {
    /** How far a point may be off before anyone sees it, in pixels of the drawing. */
    const TOLERANCE = 1;
    /** Room between the end of an edge and its node that the arrowhead's tip fills, besides its size. */
    const REACH = 6;
    /** Places on an outline that are looked at. */
    const SAMPLES = 240;
    /** Of a line's height, what letters without a descender reach above their baseline. */
    const CAP_HEIGHT = 0.72;

    interface Spot {
      x: number;
      y: number;
    }
    interface Line {
      words: string;
      corners: Spot[];
    }

    const shapesOf = (group: Element) =>
      [...group.children].filter((child): child is SVGGeometryElement => child instanceof SVGGeometryElement);

    /** The rows of a text, with the corners of what can be seen of each. */
    const linesOf = (text: SVGTextElement): Line[] => {
      const size = Number.parseFloat(getComputedStyle(text).fontSize);
      const rows = new Map<number, Line>();
      const characters = text.getNumberOfChars();
      const content = text.textContent;
      for (let index = 0; index < characters; index += 1) {
        const start = text.getStartPositionOfChar(index);
        const end = text.getEndPositionOfChar(index);
        const row = rows.get(start.y) ?? { words: '', corners: [] };
        row.words += content[index] ?? '';
        for (const { x, y } of [start, end]) row.corners.push({ x, y }, { x, y: y - CAP_HEIGHT * size });
        rows.set(start.y, row);
      }
      return [...rows.values()];
    };

    const isInside = (svg: SVGSVGElement, shape: SVGGeometryElement, { x, y }: Spot) => {
      const point = svg.createSVGPoint();
      Object.assign(point, { x, y });
      return shape.isPointInFill(point);
    };

    const distance = (shape: SVGGeometryElement, { x, y }: Spot) => {
      const length = shape.getTotalLength();
      const places = Array.from({ length: SAMPLES }, (_, index) => shape.getPointAtLength((length * index) / SAMPLES));
      return Math.min(...places.map((place) => Math.hypot(place.x - x, place.y - y))) - length / SAMPLES / 2;
    };

    const overlap = (a: DOMRect, b: DOMRect) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > TOLERANCE &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > TOLERANCE;

    const faultsOf = (svg: SVGSVGElement): string[] => {
      const name = `${svg.querySelector('title')?.textContent ?? 'a diagram'} in ${font}`;
      const faults: string[] = [];
      const nodes = [...svg.querySelectorAll('.node')];
      const nameOf = (node: Element) => node.querySelector('text')?.textContent ?? 'a node without a label';
      const outside = (line: Line, is: (corner: Spot) => boolean) => line.corners.some((corner) => !is(corner));

      for (const node of nodes) {
        const shapes = shapesOf(node);
        for (const text of node.querySelectorAll('text')) {
          if (text.hasAttribute('transform') || shapes.length === 0) continue;
          for (const line of linesOf(text)) {
            if (outside(line, (corner) => shapes.some((shape) => isInside(svg, shape, corner)))) {
              faults.push(`${name}: “${line.words}” is outside its node`);
            }
          }
        }
      }

      const { x, y, width, height } = svg.viewBox.baseVal;
      for (const text of svg.querySelectorAll('text')) {
        if (text.hasAttribute('transform')) continue;
        for (const line of linesOf(text)) {
          const isIn = (corner: Spot) =>
            corner.x >= x && corner.x <= x + width && corner.y >= y && corner.y <= y + height;
          if (outside(line, isIn)) faults.push(`${name}: “${line.words}” is outside the picture`);
        }
      }

      const frames = nodes.map((node) => ({ node, frame: shapesOf(node)[0]?.getBoundingClientRect() }));
      frames.forEach((one, index) => {
        for (const other of frames.slice(index + 1)) {
          if (one.frame && other.frame && overlap(one.frame, other.frame)) {
            faults.push(`${name}: “${nameOf(one.node)}” and “${nameOf(other.node)}” overlap`);
          }
        }
      });

      const ends = [...svg.querySelectorAll('.node, .cluster')].flatMap(shapesOf);
      svg.querySelectorAll<SVGPathElement>('.edges > path').forEach((edge, index) => {
        for (const [side, place] of [
          ['start', edge.getPointAtLength(0)],
          ['end', edge.getPointAtLength(edge.getTotalLength())],
        ] as const) {
          const id = /#([^)"]+)/.exec(edge.getAttribute(`marker-${side}`) ?? '')?.[1];
          const marker = id === undefined ? null : svg.querySelector(`[id="${id}"]`);
          const reach = REACH + (marker instanceof SVGMarkerElement ? marker.markerWidth.baseVal.value : 0);
          if (!ends.some((shape) => isInside(svg, shape, place) || distance(shape, place) <= reach)) {
            faults.push(`${name}: the ${side} of edge ${String(index + 1)} is at no node`);
          }
        }
      });
      return faults;
    };

    const faults: string[] = [];
    for (const svg of document.querySelectorAll<SVGSVGElement>('svg.diagram-svg')) {
      // A copy, because the diagram itself may be folded away, and what is not laid out cannot be measured.
      const copy = document.importNode(svg, true);
      // Through the object model, which a content security policy allows where a style element is not.
      copy.style.fontFamily = `"${font}"`;
      document.body.append(copy);
      faults.push(...faultsOf(copy));
      copy.remove();
    }
    return faults;
  }, fontFamily);
}
