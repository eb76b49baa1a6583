import { type BuiltDocument } from './documents.ts';

/** The directives of a content security policy with their sources, in order. */
export type ContentPolicy = ReadonlyMap<string, string[]>;

/** Parses the content security policy in a `_headers` file. */
export function contentPolicy(headersFile: string): ContentPolicy {
  return directives(/Content-Security-Policy: (.+)/.exec(headersFile)?.[1] ?? '');
}

/** Finds where a page allows more than the server does, or anything inline. Returns one line for each fault. */
export function policyFaults(
  { file, policies, inlineAttributes }: BuiltDocument,
  serverPolicy: ContentPolicy,
): string[] {
  if (policies.length !== 1) return [`${file} has ${String(policies.length)} policies`];
  const own = directives(policies[0] ?? '');
  return [
    ...inlineAttributes.map((attribute) => `${file} contains ${attribute}`),
    // Browsers ignore this directive outside of headers.
    ...[...serverPolicy.keys()]
      .filter((directive) => directive !== 'frame-ancestors' && !own.has(directive))
      .map((directive) => `${file} lacks ${directive}`),
    ...[...own].flatMap(([directive, sources]) =>
      sources
        .filter((source) => !allows(serverPolicy, directive, source) || /^'unsafe-(?:inline|eval)'$/.test(source))
        .map((source) => `${file} allows ${directive} ${source}`),
    ),
  ];
}

function allows(policy: ContentPolicy, directive: string, source: string): boolean {
  const sources = policy.get(directive) ?? [];
  return sources.includes(source) || (source.startsWith("'sha256-") && sources.includes("'unsafe-inline'"));
}

function directives(policy: string): ContentPolicy {
  return new Map(
    policy.split(/\s*;\s*/).map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
}
