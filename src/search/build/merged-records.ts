import { toUrlTemplate } from '../format/url-template.ts';
import { NearCopies } from './near-copies.ts';
import type { RecordAgent, SearchRecord } from './records.ts';

/** A record with all agents that have it at the same place, with small changes at most: agents are often copied. */
export interface MergedRecord extends Omit<SearchRecord, 'url' | 'agent'> {
  /** Its address, with a placeholder for the agent's id: see `url-template.ts`. */
  urlTemplate: string;
  /** In the order of the records; empty if the record belongs to no agent. */
  agents: RecordAgent[];
}

/**
 * Merges records with the same content, each at the position of the first. Sections and elements are also merged if
 * one is a copy of the other with small changes; the lines that only the copy has are added, so that they are found.
 */
export function mergeRecords(records: readonly SearchRecord[]): MergedRecord[] {
  const merged = new Map<string, MergedRecord>();
  const copies = new NearCopies<MergedRecord>();
  for (const { url, agent, ...content } of records) {
    const urlTemplate = agent ? toUrlTemplate(url, agent.id) : url;
    const { kind, title, trail, topics, body, code } = content;
    const place = JSON.stringify([kind, urlTemplate, title, trail, topics]);
    const key = place + JSON.stringify([body, code]);
    const record: MergedRecord = { ...content, urlTemplate, agents: agent ? [agent] : [] };
    const same = merged.get(key);
    const mayBeCopy = !same && agent !== undefined && kind !== 'agent' && kind !== 'roster';
    const original = mayBeCopy ? copies.findOrAdd(place, `${body}\n${code ?? ''}`, record) : undefined;
    const existing = same ?? original;
    if (original) addLines(original, record);
    if (!existing) merged.set(key, record);
    // An agent may have the same content twice in one section.
    else if (agent && !existing.agents.some(({ id }) => id === agent.id)) existing.agents.push(agent);
  }
  return [...merged.values()];
}

/** Adds the lines to a record that only its copy has. */
function addLines(record: MergedRecord, copy: MergedRecord): void {
  record.body = withLinesOf(record.body, copy.body);
  if (record.code !== undefined && copy.code !== undefined) record.code = withLinesOf(record.code, copy.code);
}

function withLinesOf(text: string, copy: string): string {
  return [...new Set([...text.split('\n'), ...copy.split('\n')])].join('\n');
}
