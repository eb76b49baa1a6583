import { createPlaybook, type AgentFile } from '../../../../src/playbook/playbook.ts';
import type { Problem } from '../../../../src/playbook/problems.ts';
import type { RuleExample } from '../../../../src/playbook/rules/rule.ts';
import { readTopics } from '../../../../src/playbook/topics/read-topics.ts';
import { unreadableTopics } from '../../../../src/playbook/topics/topics.ts';

function bytesOf(text: string, encoding: RuleExample['encoding']): Uint8Array {
  if (encoding === 'Windows-1252') return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
  return encoding === 'UTF-16' ? Buffer.from(`\uFEFF${text}`, 'utf16le') : new TextEncoder().encode(text);
}

/** Returns the problems of an example's files, as a check of their folder finds them. */
export function problemsInFolder({ files, encoding, unreadable }: RuleExample): Problem[] {
  const read = Object.entries(files).map(([path, text]): AgentFile =>
    unreadable === undefined ? { path, bytes: bytesOf(text, encoding) } : { path, unreadable },
  );
  return createPlaybook(read).agents.flatMap(({ problems }) => problems);
}

/** Returns the problems of an example that is a topics file. */
export function problemsInTopics({ files, unreadable }: RuleExample): Problem[] {
  return Object.entries(files).flatMap(([file, text]) =>
    unreadable === undefined ? readTopics(text, file).problems : unreadableTopics(file, unreadable).problems,
  );
}
