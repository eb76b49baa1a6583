/** How far a diagram can be enlarged and made small, as a factor of its drawn size. */
const LARGEST = 4;
const SMALLEST = 0.2;

/** A factor within what is allowed. */
export function clampScale(scale: number): number {
  return Math.min(LARGEST, Math.max(SMALLEST, scale));
}

/** The factor at which a drawing just fits into a frame; never larger than drawn. All in pixels. */
export function fitScale(drawing: { width: number; height: number }, frame: { width: number; height: number }): number {
  return clampScale(Math.min(1, frame.width / drawing.width, frame.height / drawing.height));
}

/**
 * Where to scroll after a change of scale, so that the point under the pointer stays there.
 * @param scroll how far the frame is scrolled in one direction, in pixels
 * @param point distance of the pointer from the frame's edge in that direction, in pixels
 */
export function scrollAfterZoom(scroll: number, point: number, from: number, to: number): number {
  return ((scroll + point) * to) / from - point;
}
