import type { RecordAgent, SearchRecord } from './records.ts';

/** A record, and everybody who has it, word for word and at the same place: agents are made from each other. */
export interface MergedRecord extends Omit<SearchRecord, 'url' | 'agent'> {
  /** Its address, with `ANYBODY` for the agent's id. */
  place: string;
  /** In the order of the records; empty for what is nobody's. */
  agents: RecordAgent[];
}

/** Stands in addresses for an agent's id. No address has it otherwise: there, braces are encoded. */
const ANYBODY = '{}';

/** Each record once, at the place of the first that says the same. */
export function mergeRecords(records: readonly SearchRecord[]): MergedRecord[] {
  const merged = new Map<string, MergedRecord>();
  for (const { url, agent, ...said } of records) {
    const place = agent ? placeOf(url, agent.id) : url;
    const { kind, title, trail, topics, body, code } = said;
    const key = JSON.stringify([kind, place, title, trail, topics, body, code]);
    const known = merged.get(key);
    if (!known) merged.set(key, { ...said, place, agents: agent ? [agent] : [] });
    // An agent may say the same twice in one section.
    else if (agent && known.agents.at(-1)?.id !== agent.id) known.agents.push(agent);
  }
  return [...merged.values()];
}

function placeOf(url: string, agent: string): string {
  const id = encodeURI(agent);
  // The last one: the site's base path may be called like an agent.
  const at = url.lastIndexOf(`/${id}`) + 1;
  return at === 0 ? url : url.slice(0, at) + ANYBODY + url.slice(at + id.length);
}

/** Where an agent has what stands at a place. */
export function addressAt(place: string, agent: string): string {
  return place.replace(ANYBODY, () => encodeURI(agent));
}
