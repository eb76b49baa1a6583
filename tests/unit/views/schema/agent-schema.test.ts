import { describe, expect, it } from 'vitest';
import type { ValueSchema } from '../../../../src/playbook/dialects/dialect.ts';
import { dialects } from '../../../../src/playbook/dialects/dialects.ts';
import { parseYaml } from '../../../../src/playbook/source/yaml.ts';
import { agentSchema, schemaDialects } from '../../../../src/views/schema/agent-schema.ts';

/** Values as an author writes them: JSON is YAML. */
const values: unknown[] = ['some text', 3, 0, 2.5, true, ['a', 'b'], [1, 2], { a: 'b' }, [{ a: 'b' }]];

/** Whether a value follows a schema, for the words of JSON Schema that the dialects use. */
function follows(value: unknown, schema: ValueSchema): boolean {
  if (schema.enum) return typeof value === 'string' && schema.enum.includes(value);
  if (typeof value === 'number' && schema.minimum !== undefined && value < schema.minimum) return false;
  const type = Array.isArray(value) ? 'array' : typeof value;
  const types = schema.type === undefined ? undefined : [schema.type].flat();
  if (types && !types.some((one) => one === type || (one === 'integer' && Number.isInteger(value)))) return false;
  return !Array.isArray(value) || !schema.items || value.every((item) => follows(item, schema.items ?? {}));
}

describe('the schema of a dialect', () => {
  it('accepts no value that the check reports', () => {
    for (const { id, keys } of dialects) {
      for (const [key, { allows, schema }] of Object.entries(keys)) {
        for (const value of [...values, ...(schema.enum ?? [])]) {
          const parsed = parseYaml(`key: ${JSON.stringify(value)}`);
          const read = 'data' in parsed ? parsed.data.key : undefined;
          if (follows(value, schema)) expect([id, key, value, allows(read)]).toEqual([id, key, value, true]);
        }
      }
    }
  });

  it('is published for every dialect, and as agent.json for files that nothing tells apart', () => {
    expect([...schemaDialects.keys()]).toEqual(['agent', ...dialects.map(({ id }) => id)]);
    expect(schemaDialects.get('agent')?.tool).toBe('Claude Code');
  });

  it('has the keys that the tool requires, the longest description, and whether other keys are refused', () => {
    const schemaOf = (id: string) => {
      const dialect = schemaDialects.get(id);
      return dialect && agentSchema(id, dialect);
    };
    expect(schemaOf('agent')).toMatchObject({
      $id: expect.stringMatching(/\/schema\/agent\.json$/) as string,
      required: ['name', 'description'],
      additionalProperties: true,
      properties: {
        maxTurns: { type: 'integer', minimum: 1 },
        color: { enum: expect.arrayContaining(['cyan']) as string[] },
      },
    });
    expect(schemaOf('agent-skill')?.properties.description).toMatchObject({ type: 'string', maxLength: 1024 });
    expect(schemaOf('gemini-cli')?.additionalProperties).toBe(false);
  });
});
