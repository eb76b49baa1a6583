/** JSON of unknown origin; nothing if it is none. */
export function parseUntrusted(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No JSON, or nested so deeply that an engine gives up.
    return undefined;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A property of the object itself, never one that all objects have. */
export function own(record: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
