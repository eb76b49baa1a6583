import { toUrlTemplate } from '../format/url-template.ts';
import type { RecordAgent, SearchRecord } from './records.ts';

/** A record with all agents that have it, word for word and at the same place: agents are often copied. */
export interface MergedRecord extends Omit<SearchRecord, 'url' | 'agent'> {
  /** Its address, with a placeholder for the agent's id: see `url-template.ts`. */
  urlTemplate: string;
  /** In the order of the records; empty if the record belongs to no agent. */
  agents: RecordAgent[];
}

/** Merges records with the same content, each at the position of the first. */
export function mergeRecords(records: readonly SearchRecord[]): MergedRecord[] {
  const merged = new Map<string, MergedRecord>();
  for (const { url, agent, ...content } of records) {
    const urlTemplate = agent ? toUrlTemplate(url, agent.id) : url;
    const { kind, title, trail, topics, body, code } = content;
    const key = JSON.stringify([kind, urlTemplate, title, trail, topics, body, code]);
    const existing = merged.get(key);
    if (!existing) merged.set(key, { ...content, urlTemplate, agents: agent ? [agent] : [] });
    // An agent may have the same content twice in one section.
    else if (agent && existing.agents.at(-1)?.id !== agent.id) existing.agents.push(agent);
  }
  return [...merged.values()];
}
