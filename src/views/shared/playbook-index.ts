import type { Agent } from '../../playbook/agent.ts';
import { memoize } from '../../playbook/memoize.ts';
import type { PlacedElement, Playbook } from '../../playbook/playbook.ts';
import type { FileLookup } from '../../playbook/file-links.ts';
import { filesAndPagesOf } from './link-resolver.ts';
import { templateFinder, type TemplateFinder } from '../handoffs/template-finder.ts';
import { lookupIn, type Lookup } from './route-view.ts';

/** Ways to find things in a playbook without going through all of it. */
export interface PlaybookIndex {
  /** Finds a roster entry by name. */
  lookup: Lookup;
  /** The agents by id. */
  agents: ReadonlyMap<string, Agent>;
  /** Finds an agent by the path of its file. */
  files: FileLookup;
  /** The elements of each agent, by the agent's id, in reading order. */
  elementsOf: ReadonlyMap<string, readonly PlacedElement[]>;
  templateFor: TemplateFinder;
}

/** Returns the index of a playbook. Built once: every page needs it. */
export const playbookIndex = memoize((playbook: Playbook): PlaybookIndex => ({
  lookup: lookupIn(playbook.roster),
  agents: new Map(playbook.agents.map((agent) => [agent.id, agent])),
  files: filesAndPagesOf(playbook.agents),
  elementsOf: Map.groupBy(playbook.elements, ({ agent }) => agent.id),
  templateFor: templateFinder(playbook),
}));
