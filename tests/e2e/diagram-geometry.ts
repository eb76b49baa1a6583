import type { Page } from '@playwright/test';

/**
 * Checks the diagrams of a page in a real browser with a given font: every label is inside its shape and inside the
 * drawing, nodes do not overlap, and every edge leads from a node to a node.
 * @returns a sentence for each fault
 */
export async function checkDiagrams(page: Page, fontFamily: string): Promise<string[]> {
  return page.evaluate((font) => {
    /** Largest error that is invisible, in pixels of the drawing. */
    const TOLERANCE = 1;
    /** Largest gap between an arrowhead and its node, in pixels. */
    const MAX_GAP = 6;
    /** Number of points on the edge of a shape that are compared. */
    const SAMPLES = 240;
    /** Height of capital letters above the baseline, as a fraction of the font size. */
    const CAP_HEIGHT = 0.72;

    interface Point {
      x: number;
      y: number;
    }
    interface Line {
      text: string;
      corners: Point[];
    }

    const shapesOf = (group: Element) =>
      [...group.children].filter((child): child is SVGGeometryElement => child instanceof SVGGeometryElement);

    /** Returns the rows of a text, with the corners of the visible part of each. */
    const linesOf = (text: SVGTextElement): Line[] => {
      const size = Number.parseFloat(getComputedStyle(text).fontSize);
      const rows = new Map<number, Line>();
      const characters = text.getNumberOfChars();
      const content = text.textContent;
      for (let index = 0; index < characters; index += 1) {
        const start = text.getStartPositionOfChar(index);
        const end = text.getEndPositionOfChar(index);
        const row = rows.get(start.y) ?? { text: '', corners: [] };
        row.text += content[index] ?? '';
        for (const { x, y } of [start, end]) row.corners.push({ x, y }, { x, y: y - CAP_HEIGHT * size });
        rows.set(start.y, row);
      }
      return [...rows.values()];
    };

    const isInside = (svg: SVGSVGElement, shape: SVGGeometryElement, { x, y }: Point) => {
      const point = svg.createSVGPoint();
      Object.assign(point, { x, y });
      return shape.isPointInFill(point);
    };

    /** Returns a function that measures the distance of a point from the edge of a shape. */
    const distanceFrom = (shape: SVGGeometryElement) => {
      const length = shape.getTotalLength();
      // Taken once for each shape, and only if needed: Chromium follows the path from its start to each of them.
      const takePoints = () =>
        Array.from({ length: SAMPLES }, (_, index) => shape.getPointAtLength((length * index) / SAMPLES));
      let points: Point[] | undefined;
      return ({ x, y }: Point) => {
        points ??= takePoints();
        return Math.min(...points.map((point) => Math.hypot(point.x - x, point.y - y))) - length / SAMPLES / 2;
      };
    };

    const overlap = (a: DOMRect, b: DOMRect) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > TOLERANCE &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > TOLERANCE;

    const faultsOf = (svg: SVGSVGElement): string[] => {
      const name = `${svg.querySelector('title')?.textContent ?? 'a diagram'} in ${font}`;
      const faults: string[] = [];
      const nodes = [...svg.querySelectorAll('.node')];
      const nameOf = (node: Element) => node.querySelector('text')?.textContent ?? 'a node without a label';
      const outside = (line: Line, is: (corner: Point) => boolean) => line.corners.some((corner) => !is(corner));

      for (const node of nodes) {
        const shapes = shapesOf(node);
        for (const text of node.querySelectorAll('text')) {
          if (text.hasAttribute('transform') || shapes.length === 0) continue;
          for (const line of linesOf(text)) {
            if (outside(line, (corner) => shapes.some((shape) => isInside(svg, shape, corner)))) {
              faults.push(`${name}: “${line.text}” is outside its node`);
            }
          }
        }
      }

      const { x, y, width, height } = svg.viewBox.baseVal;
      for (const text of svg.querySelectorAll('text')) {
        if (text.hasAttribute('transform')) continue;
        for (const line of linesOf(text)) {
          const isIn = (corner: Point) =>
            corner.x >= x && corner.x <= x + width && corner.y >= y && corner.y <= y + height;
          if (outside(line, isIn)) faults.push(`${name}: “${line.text}” is outside the drawing`);
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

      const ends = [...svg.querySelectorAll('.node, .cluster')]
        .flatMap(shapesOf)
        .map((shape) => ({ shape, distance: distanceFrom(shape) }));
      svg.querySelectorAll<SVGPathElement>('.edges > path').forEach((edge, index) => {
        for (const [side, place] of [
          ['start', edge.getPointAtLength(0)],
          ['end', edge.getPointAtLength(edge.getTotalLength())],
        ] as const) {
          const id = /#([^)"]+)/.exec(edge.getAttribute(`marker-${side}`) ?? '')?.[1];
          const marker = id === undefined ? null : svg.querySelector(`[id="${id}"]`);
          const maxDistance = MAX_GAP + (marker instanceof SVGMarkerElement ? marker.markerWidth.baseVal.value : 0);
          if (!ends.some(({ shape, distance }) => isInside(svg, shape, place) || distance(place) <= maxDistance)) {
            faults.push(`${name}: the ${side} of edge ${String(index + 1)} does not reach a node`);
          }
        }
      });
      return faults;
    };

    const faults: string[] = [];
    for (const svg of document.querySelectorAll<SVGSVGElement>('svg.diagram-svg')) {
      // A copy, because the diagram may be hidden, and hidden elements cannot be measured.
      const copy = document.importNode(svg, true);
      // Set with JavaScript, because the content security policy does not allow a style element.
      copy.style.fontFamily = `"${font}"`;
      document.body.append(copy);
      faults.push(...faultsOf(copy));
      copy.remove();
    }
    return faults;
  }, fontFamily);
}
