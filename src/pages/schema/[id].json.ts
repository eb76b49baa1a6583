import type { APIRoute, GetStaticPaths } from 'astro';
import { agentSchema, schemaDialects } from '../../views/schema/agent-schema.ts';

export const getStaticPaths = (() =>
  [...schemaDialects.keys()].map((id) => ({ params: { id } }))) satisfies GetStaticPaths;

/** Serves the JSON Schema of a dialect’s front matter, for editors. */
export const GET: APIRoute<Record<string, never>, { id: string }> = ({ params: { id } }) => {
  const dialect = schemaDialects.get(id);
  return dialect ? Response.json(agentSchema(id, dialect)) : new Response(null, { status: 404 });
};
