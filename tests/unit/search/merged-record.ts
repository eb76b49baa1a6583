import type { MergedRecord } from '../../../src/search/build/merged-records.ts';

/** Makes a record of no agent, with the title "Title". */
export function mergedRecord(body: string): MergedRecord {
  return { urlTemplate: '/', kind: 'section', title: 'Title', trail: [], topics: [], agents: [], body };
}
