import { readdirSync, readFileSync } from 'node:fs';
import { createAgent, type Agent } from '../../../src/playbook/agent.ts';
import { type AgentFile } from '../../../src/playbook/playbook.ts';
import { type Problem } from '../../../src/playbook/problems.ts';
import { readSource, type Source } from '../../../src/playbook/source/source.ts';

const fixtures = new URL('../../fixtures/agents/', import.meta.url);

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Formats problems as `kind line:column`. */
export function briefly(problems: readonly Pick<Problem, 'rule' | 'line' | 'column'>[]): string[] {
  return problems.map(({ rule, line, column }) => `${rule} ${String(line)}:${String(column)}`);
}

export function sourceOf(text: string, path = 'agent.md'): Source {
  return readSource(path, bytesOf(text));
}

export function agentOf(text: string, path = 'agent.md'): Agent {
  return createAgent(sourceOf(text, path), 'agent');
}

export function fixture(path: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(encodeURI(path), fixtures)));
}

/** Returns all fixtures, as the site reads them. */
export function allFixtures(): AgentFile[] {
  return readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.md'))
    .map((path) => ({ path, bytes: fixture(path) }));
}
