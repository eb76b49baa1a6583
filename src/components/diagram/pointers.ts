/** A point in an element, in pixels from its top left corner. */
export interface Point {
  x: number;
  y: number;
}

/**
 * Scrolls an element by dragging with a mouse, and zooms it by pinching with two fingers. The browser scrolls it with
 * one finger.
 * @param signal removes the listeners
 */
export function followPointers(
  stage: HTMLElement,
  zoomBy: (factor: number, point: Point) => void,
  signal: AbortSignal,
): void {
  const pointers = new Map<number, PointerEvent>();
  const distance = () => {
    const [a, b] = [...pointers.values()];
    return a && b ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) : 0;
  };
  stage.addEventListener(
    'pointerdown',
    (event) => {
      pointers.set(event.pointerId, event);
    },
    { signal },
  );
  stage.addEventListener(
    'pointermove',
    (event) => {
      const before = pointers.get(event.pointerId);
      if (!before) return;
      const distanceBefore = distance();
      pointers.set(event.pointerId, event);
      if (pointers.size === 2 && distanceBefore > 0) {
        zoomBy(distance() / distanceBefore, pointIn(stage, event));
      } else if (event.pointerType === 'mouse') {
        stage.scrollBy(before.clientX - event.clientX, before.clientY - event.clientY);
      }
    },
    { signal },
  );
  for (const type of ['pointerup', 'pointercancel', 'pointerleave'] as const) {
    stage.addEventListener(
      type,
      (event) => {
        pointers.delete(event.pointerId);
      },
      { signal },
    );
  }
}

/** Returns the position of a mouse event in an element. */
export function pointIn(stage: HTMLElement, event: MouseEvent): Point {
  const { left, top } = stage.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}
