import { type BuiltDocument } from './documents.ts';

/** The directives of a content security policy and their sources, in order. */
export type ContentPolicy = ReadonlyMap<string, string[]>;

/** Returns the policy in a `_headers` file. */
export function contentPolicy(headersFile: string): ContentPolicy {
  return directives(/Content-Security-Policy: (.+)/.exec(headersFile)?.[1] ?? '');
}

/**
 * Checks that a page's own policy allows no more than that of its host, and nothing inline.
 * @returns a line for each fault
 */
export function policyFaults({ file, policies, inlineAttributes }: BuiltDocument, hosts: ContentPolicy): string[] {
  if (policies.length !== 1) return [`${file} has ${String(policies.length)} policies`];
  const own = directives(policies[0] ?? '');
  return [
    ...inlineAttributes.map((attribute) => `${file} contains ${attribute}`),
    // Browsers support frame-ancestors only in headers.
    ...[...hosts.keys()]
      .filter((directive) => directive !== 'frame-ancestors' && !own.has(directive))
      .map((directive) => `${file} lacks ${directive}`),
    ...[...own].flatMap(([directive, sources]) =>
      sources
        .filter((source) => !hosts.get(directive)?.includes(source) || /^'unsafe-(?:inline|eval)'$/.test(source))
        .map((source) => `${file} allows ${directive} ${source}`),
    ),
  ];
}

function directives(policy: string): ContentPolicy {
  return new Map(
    policy.split(/\s*;\s*/).map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
}
