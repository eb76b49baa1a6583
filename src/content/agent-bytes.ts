import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Agent } from '../playbook/agent.ts';
import { site } from '../site.ts';

/** Reads the file of an agent, byte for byte. */
export async function agentBytes({ source }: Agent): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(join(site.agents, source.path)));
}
