/*
 * Works around Mermaid's use of the current date, the time zone and Math.random, so that the same text always gives
 * the same bytes. deterministic-globals.test.ts fails if a drawing depends on any of them.
 */

/** The time at which all diagrams are drawn: a Gantt chart without dates must not change from build to build. */
const FIXED_NOW = Date.UTC(2026, 0, 1);

const RealDate = Date;

/** A Date whose current time is fixed and whose time zone is UTC. */
class FixedDate extends RealDate {
  constructor(...parameters: unknown[]) {
    const [only] = parameters as ConstructorParameters<typeof Date>;
    if (parameters.length === 0) super(FIXED_NOW);
    else if (parameters.length > 1) super(RealDate.UTC(...(parameters as Parameters<typeof Date.UTC>)));
    else super(typeof only === 'string' ? FixedDate.parse(only) : only);
  }

  static override now(): number {
    return FIXED_NOW;
  }

  static override parse(text: string): number {
    // Without a zone, the text would be read in the machine's time zone.
    if (/(?:\dZ|UTC?|GMT)\b|:\d\d\S*\s*[+-]\d\d:?\d\d\b/i.test(text)) return RealDate.parse(text);
    const time = RealDate.parse(/\dT\d/.test(text) ? `${text}Z` : `${text} UTC`);
    return Number.isNaN(time) ? RealDate.parse(text) : time;
  }
}

/** Makes the local methods of all dates use UTC, including dates that libraries created while they were loaded. */
function useUtc(): void {
  const methods = RealDate.prototype as unknown as Record<string, unknown>;
  for (const part of ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds']) {
    methods[`get${part}`] = methods[`getUTC${part}`];
    if (part !== 'Day') methods[`set${part}`] = methods[`setUTC${part}`];
  }
  methods.getTimezoneOffset = () => 0;
}

/** Fixes the date of this thread, sets its time zone to UTC, and restarts its random numbers. Call before each diagram. */
export function makeGlobalsDeterministic(): void {
  globalThis.Date = FixedDate as DateConstructor;
  useUtc();
  let state = 1;
  // The Mulberry32 generator.
  Math.random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
