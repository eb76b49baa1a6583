/** The day on which all diagrams are drawn: a Gantt chart without dates must not change from build to build. */
const DAY = Date.UTC(2026, 0, 1);

const RealDate = Date;

/** Knows no zone but UTC, whatever that of the machine is: a chart's axis is to be the same everywhere. */
class StillDate extends RealDate {
  constructor(...parameters: unknown[]) {
    const [only] = parameters as ConstructorParameters<typeof Date>;
    if (parameters.length === 0) super(DAY);
    else if (parameters.length > 1) super(RealDate.UTC(...(parameters as Parameters<typeof Date.UTC>)));
    else super(typeof only === 'string' ? StillDate.parse(only) : only);
  }

  static override now(): number {
    return DAY;
  }

  static override parse(text: string): number {
    // A time without a zone would be one of the machine's.
    if (/(?:\dZ|UTC?|GMT)\b|:\d\d\S*\s*[+-]\d\d:?\d\d\b/i.test(text)) return RealDate.parse(text);
    const time = RealDate.parse(/\dT\d/.test(text) ? `${text}Z` : `${text} UTC`);
    return Number.isNaN(time) ? RealDate.parse(text) : time;
  }
}

/** Also for dates that libraries made while they were loaded. */
function forgetZone(): void {
  const methods = RealDate.prototype as unknown as Record<string, unknown>;
  for (const part of ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds']) {
    methods[`get${part}`] = methods[`getUTC${part}`];
    if (part !== 'Day') methods[`set${part}`] = methods[`setUTC${part}`];
  }
  methods.getTimezoneOffset = () => 0;
}

/** Sets chance and time back to where they were for every other diagram, in this thread, and time to UTC. */
export function makeRepeatable(): void {
  globalThis.Date = StillDate as DateConstructor;
  forgetZone();
  let state = 1;
  // Mulberry32: chance enough for a layout.
  Math.random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
