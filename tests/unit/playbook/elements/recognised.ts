import type { Element, ElementKind } from '../../../../src/playbook/elements/index.ts';
import { agentsOn, type Route } from '../../../../src/playbook/elements/route.ts';
import { outline } from '../../../../src/playbook/outline.ts';
import { sourceOf } from '../helpers.ts';

/** Lines of a file. */
export function text(...lines: string[]): string {
  return lines.join('\n');
}

export function fence(language: string, ...lines: string[]): string {
  return text(`\`\`\`${language}`, ...lines, '```');
}

/** The elements of one kind, read as from a file, so that line ends and byte order marks are as in real life. */
export function found<Kind extends ElementKind>(kind: Kind, markdown: string): Extract<Element, { kind: Kind }>[] {
  return outline(sourceOf(markdown).body).elements.filter(
    (element): element is Extract<Element, { kind: Kind }> => element.kind === kind,
  );
}

/** What each block of a file is. */
export function blocksOf(markdown: string): string[] {
  return outline(sourceOf(markdown).body).sections.flatMap(({ blocks }) =>
    blocks.map((block) => (block.kind === 'element' ? block.element.kind : block.kind)),
  );
}

/** `a or b (note)`, with roles in angle brackets. */
export function said(route: Route | undefined): string {
  if (!route) return '';
  const parties = route.parties.map((party) => ('agent' in party ? party.agent : `<${party.role}>`));
  return parties.join(` ${route.joined} `) + (route.note === undefined ? '' : ` (${route.note})`);
}

export { agentsOn };
