import { isMapping, WrittenNumber } from '../source/yaml.ts';
import type { KeyDefinition, ValueSchema } from './dialect.ts';

const textOrTexts: ValueSchema = { type: ['string', 'array'], items: { type: 'string' } };

export const text: KeyDefinition = {
  allows: (value) => typeof value === 'string',
  expected: 'text',
  schema: { type: 'string' },
};

export const flag: KeyDefinition = {
  allows: (value) => typeof value === 'boolean',
  expected: 'true or false',
  schema: { type: 'boolean' },
};

export const count: KeyDefinition = {
  allows: (value) => value instanceof WrittenNumber && /^0*[1-9]\d*$/.test(value.written),
  expected: 'a whole number above 0',
  schema: { type: 'integer', minimum: 1 },
};

export const number: KeyDefinition = {
  allows: (value) => value instanceof WrittenNumber,
  expected: 'a number',
  schema: { type: 'number' },
};

export const list: KeyDefinition = {
  allows: (value) => typeof value === 'string' || isListOfText(value),
  expected: 'a list, or names separated by commas',
  schema: textOrTexts,
};

export const mapping: KeyDefinition = {
  allows: (value) => isMapping(value) || Array.isArray(value),
  expected: 'a mapping or a list',
  schema: { type: ['object', 'array'] },
};

/** Names of tools. Whether a text or a list can be read as such is checked where it is read. */
export const names: KeyDefinition = {
  allows: (value) => !isMapping(value),
  expected: 'a list, or names separated by commas',
  schema: textOrTexts,
};

/** Any value: the tools say themselves what they make of it. */
export const anything: KeyDefinition = { allows: () => true, expected: 'a value', schema: {} };

export const textOrList: KeyDefinition = {
  allows: (value) => typeof value === 'string' || isListOfText(value),
  expected: 'text or a list',
  schema: textOrTexts,
};

export function oneOf(...values: readonly string[]): KeyDefinition {
  return {
    allows: (value) => typeof value === 'string' && values.includes(value),
    expected: `one of ${values.join(', ')}`,
    schema: { enum: values },
  };
}

function isListOfText(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
