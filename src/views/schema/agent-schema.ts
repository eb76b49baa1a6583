import { href, schemaPath } from '../../links.ts';
import { claudeCode } from '../../playbook/dialects/claude-code.ts';
import type { Dialect } from '../../playbook/dialects/dialect.ts';
import { dialects } from '../../playbook/dialects/dialects.ts';
import { site } from '../../site.ts';

/** The dialects by the names of their schemas. A file of an unknown tool counts as Claude Code's: that is `agent`. */
export const schemaDialects: ReadonlyMap<string, Dialect> = new Map([
  ['agent', claudeCode],
  ...dialects.map((dialect): [string, Dialect] => [dialect.id, dialect]),
]);

/**
 * Returns the JSON Schema of the front matter of a dialect. Draft 7, because the language servers of editors for YAML
 * know it best: https://json-schema.org/draft-07
 */
export function agentSchema(id: string, { tool, keys, required, limits, names, refusesOtherKeys = false }: Dialect) {
  const properties = Object.entries(keys).map(([key, { expected, schema }]) => [
    key,
    {
      description: `${expected.charAt(0).toUpperCase()}${expected.slice(1)}.`,
      ...schema,
      ...(key === 'name' && names ? { pattern: names.pattern.source } : {}),
      ...(key === 'description' && limits?.description !== undefined ? { maxLength: limits.description } : {}),
    },
  ]);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: new URL(href(schemaPath(id)), site.url).href,
    title: `Front matter of an agent for ${tool}`,
    type: 'object',
    required: [...required],
    properties: Object.fromEntries(properties) as Record<string, object>,
    additionalProperties: !refusesOtherKeys,
  };
}
