/** A JSON Schema, as far as the schemas of this folder need one. */
export type Schema = Readonly<Record<string, unknown>>;

/** Describes a text. */
export function text(description?: string): Schema {
  return { type: 'string', ...(description !== undefined && { description }) };
}

/** Describes one of some texts. */
export function oneOf(values: readonly string[], description?: string): Schema {
  return { enum: values, ...(description !== undefined && { description }) };
}

/** Describes a number that counts something, or a line or column, which count from 1. */
export function count(description?: string, minimum: 0 | 1 = 0): Schema {
  return { type: 'integer', minimum, ...(description !== undefined && { description }) };
}

/** Describes a list. */
export function list(items: Schema, description?: string): Schema {
  return { type: 'array', items, ...(description !== undefined && { description }) };
}

/** Refers to a definition of the same schema. */
export function ref(name: string): Schema {
  return { $ref: `#/definitions/${name}` };
}

/**
 * Describes an object with exactly these properties. The schema is published with each site, so that it always has the
 * properties of that site's files.
 */
export function object(
  required: Readonly<Record<string, Schema>>,
  optional: Readonly<Record<string, Schema>> = {},
  description?: string,
): Schema {
  return {
    type: 'object',
    ...(description !== undefined && { description }),
    required: Object.keys(required),
    properties: { ...required, ...optional },
    additionalProperties: false,
  };
}
