import { agentPath, elementPath, href, sectionPath } from '../../links.ts';
import { accentOf, monogramOf, type Accent } from '../../playbook/accent.ts';
import type { PlacedElement } from '../../playbook/playbook.ts';
import { summarise } from './element-summary.ts';
import { shortened } from './text.ts';

/** The agent and the section that an element comes from. */
export interface OriginView {
  /** Id of the agent. */
  id: string;
  agent: string;
  accent: Accent;
  monogram: string;
  /** The agent's page. */
  href: string;
  /** Absent for elements above the first heading. */
  section?: { title: string; href: string };
}

/** Returns the agent and the section that an element comes from. */
export function originOf({ agent, element }: PlacedElement): OriginView {
  const section = agent.sections.find(({ id }) => id !== '' && id === element.section);
  return {
    id: agent.id,
    agent: agent.name,
    accent: accentOf(agent.name, agent.color),
    monogram: monogramOf(agent.name),
    href: href(agentPath(agent.id)),
    ...(section && { section: { title: section.title, href: href(sectionPath(agent.id, section.id)) } }),
  };
}

/** Returns the path of an element's own page or, if its kind has none, of its section on the agent's page. */
export function placeOf(placed: PlacedElement): `/${string}` {
  return elementPath(placed) ?? sectionPath(placed.agent.id, placed.element.section);
}

/** Returns an element's title, or its kind if it has no heading. */
export function titleOf({ id, element }: PlacedElement): string {
  return element.title === '' ? summarise(id, element).kind : element.title;
}

/** Maximum length of a heading, in characters: a longer one is a mistake of its author. */
const MAX_TITLE = 120;

/** Returns an element's title for a list, where no entry may fill the screen. */
export function entryTitle(placed: PlacedElement): string {
  return shortened(titleOf(placed), MAX_TITLE);
}

/** Returns a page title for each element, by id. Each title is unique. */
export function pageTitles(placed: readonly PlacedElement[]): Map<string, string> {
  const titles = placed.map((one) => {
    const kind = summarise(one.id, one.element).kind.toLowerCase();
    return { id: one.id, title: `${titleOf(one)}, ${kind} of ${one.agent.name}` };
  });
  const byTitle = Map.groupBy(titles, ({ title }) => title);
  return new Map(titles.map(({ id, title }) => [id, byTitle.get(title)?.length === 1 ? title : `${title} (${id})`]));
}
