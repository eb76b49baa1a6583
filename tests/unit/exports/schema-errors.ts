import { Ajv } from 'ajv';

/** Returns what a JSON Schema finds wrong with a value. */
export function schemaErrors(schema: object, value: unknown): string[] {
  const validate = new Ajv({ allErrors: true }).compile(schema);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}
