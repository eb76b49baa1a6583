/*
 * JSON Schemas written from Claude Code's documentation of 22 August 2026. They allow only what the site writes, so that
 * a misspelt key is an error: Claude Code would ignore it.
 * https://code.claude.com/docs/en/plugin-marketplaces and https://code.claude.com/docs/en/plugins-reference
 */

/** Claude Code accepts more, but its desktop application and claude.ai do not. */
const name = { type: 'string', pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*$', maxLength: 128 };
const text = { type: 'string', minLength: 1 };
const address = { type: 'string', pattern: '^https?://' };
const person = {
  type: 'object',
  required: ['name'],
  properties: { name: text, url: address },
  additionalProperties: false,
};

export const pluginSchema = {
  type: 'object',
  required: ['name'],
  properties: { name, displayName: text, description: text, author: person, homepage: address },
  additionalProperties: false,
};

export const marketplaceSchema = {
  type: 'object',
  required: ['name', 'owner', 'plugins'],
  properties: {
    name: { ...name, not: { pattern: 'claude|anthropic|^agent-skills$|^org$|^org-provisioned$|^unknown$' } },
    description: text,
    owner: person,
    plugins: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'source'],
        properties: {
          name,
          displayName: text,
          description: text,
          homepage: address,
          source: {
            type: 'object',
            required: ['source', 'url', 'sha256'],
            properties: {
              source: { const: 'archive' },
              url: { type: 'string', pattern: '^https://' },
              sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
            },
            additionalProperties: false,
          },
        },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
};
