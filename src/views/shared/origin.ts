import { agentPath, href, sectionPath } from '../../links.ts';
import { accentOf, monogramOf, type Accent } from '../../playbook/accent.ts';
import type { PlacedElement } from '../../playbook/playbook.ts';
import { summarise } from './element-summary.ts';

/** The agent and the section that an element stands in. */
export interface OriginView {
  agent: string;
  accent: Accent;
  monogram: string;
  /** The agent's page. */
  href: string;
  /** Absent for what stands before the first heading. */
  section?: { title: string; href: string };
}

export function originOf({ agent, element }: PlacedElement): OriginView {
  const section = agent.sections.find(({ id }) => id !== '' && id === element.section);
  return {
    agent: agent.name,
    accent: accentOf(agent.name, agent.color),
    monogram: monogramOf(agent.name),
    href: href(agentPath(agent.id)),
    ...(section && { section: { title: section.title, href: href(sectionPath(agent.id, section.id)) } }),
  };
}

/** An element's title; its kind where it stands under no heading. */
export function titleOf({ id, element }: PlacedElement): string {
  return element.title === '' ? summarise(id, element).kind : element.title;
}

/** Titles for the heads of elements' pages, by id: no two are the same, whatever their authors called them. */
export function pageTitles(placed: readonly PlacedElement[]): Map<string, string> {
  const wished = placed.map((one) => {
    const kind = summarise(one.id, one.element).kind.toLowerCase();
    return { id: one.id, title: `${titleOf(one)}, ${kind} of ${one.agent.name}` };
  });
  const namesakes = Map.groupBy(wished, ({ title }) => title);
  return new Map(wished.map(({ id, title }) => [id, namesakes.get(title)?.length === 1 ? title : `${title} (${id})`]));
}
