import { basename } from 'node:path';
import { agentPath, href } from '../../links.ts';
import type { PlacedElement, Playbook } from '../../playbook/playbook.ts';
import { templateFinder, type TemplateFinder } from '../handoffs/recipients.ts';
import { lookupIn, type Lookup } from './route.ts';

/** Ways to find things in a playbook. */
export interface Directory {
  /** Somebody by name. */
  lookup: Lookup;
  /** Address of the persona page of the agent in a file of this name, without its folder. */
  pageOfFile: ReadonlyMap<string, string>;
  /** The elements of an agent, by its id, in reading order. */
  elementsOf: ReadonlyMap<string, readonly PlacedElement[]>;
  templateFor: TemplateFinder;
}

const known = new WeakMap<Playbook, Directory>();

/** The directory of a playbook. Made once: with a thousand agents, one a page would be a million look-ups. */
export function directoryOf(playbook: Playbook): Directory {
  let directory = known.get(playbook);
  if (!directory) {
    directory = {
      lookup: lookupIn(playbook.roster),
      pageOfFile: new Map(playbook.agents.map(({ id, source }) => [basename(source.path), href(agentPath(id))])),
      elementsOf: Map.groupBy(playbook.elements, ({ agent }) => agent.id),
      templateFor: templateFinder(playbook),
    };
    known.set(playbook, directory);
  }
  return directory;
}
