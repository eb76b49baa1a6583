/** The day on which all diagrams are drawn: a Gantt chart without dates must not change from build to build. */
const DAY = Date.UTC(2026, 0, 1);

const RealDate = Date;

class StillDate extends RealDate {
  constructor(...parameters: [] | ConstructorParameters<typeof Date>) {
    if (parameters.length === 0) super(DAY);
    else super(...parameters);
  }

  static override now(): number {
    return DAY;
  }
}

/** Sets chance and time back to where they were for every other diagram, in this thread. */
export function makeRepeatable(): void {
  globalThis.Date = StillDate as DateConstructor;
  let state = 1;
  // Mulberry32: chance enough for a layout.
  Math.random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
