/** Limits of the zoom, as factors of the drawing's own size. */
const MAX_SCALE = 4;
const MIN_SCALE = 0.2;

/** Returns the nearest scale within the limits. */
export function clampScale(scale: number): number {
  return Math.min(MAX_SCALE, Math.max(MIN_SCALE, scale));
}

/** Returns the scale at which a drawing just fits into a frame, at most 1. Sizes are in pixels. */
export function fitScale(drawing: { width: number; height: number }, frame: { width: number; height: number }): number {
  return clampScale(Math.min(1, frame.width / drawing.width, frame.height / drawing.height));
}

/**
 * Returns the scroll position after a change of scale that leaves the point under the pointer in place.
 * @param scroll the scroll position before, in one direction, in pixels
 * @param point the pointer's distance from the frame's edge in that direction, in pixels
 */
export function scrollAfterZoom(scroll: number, point: number, from: number, to: number): number {
  return ((scroll + point) * to) / from - point;
}
