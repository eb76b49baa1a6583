import type { Element, ElementKind } from '../../../../src/playbook/elements/kinds.ts';
import { type Route } from '../../../../src/playbook/elements/route.ts';
import { parseOutline } from '../../../../src/playbook/outline.ts';
import { sourceOf } from '../helpers.ts';

/** Joins the lines of a file. */
export function text(...lines: string[]): string {
  return lines.join('\n');
}

export function fence(language: string, ...lines: string[]): string {
  return text(`\`\`\`${language}`, ...lines, '```');
}

/** Returns the elements of one kind, read from bytes, so that line endings and byte order marks are included. */
export function found<Kind extends ElementKind>(kind: Kind, markdown: string): Extract<Element, { kind: Kind }>[] {
  return parseOutline(sourceOf(markdown).body).elements.filter(
    (element): element is Extract<Element, { kind: Kind }> => element.kind === kind,
  );
}

/** Returns the kind of each block of a file. */
export function blocksOf(markdown: string): string[] {
  return parseOutline(sourceOf(markdown).body).sections.flatMap(({ blocks }) =>
    blocks.map((block) => (block.kind === 'element' ? block.element.kind : block.kind)),
  );
}

/** Formats a route as `a or b (note)`, with roles in angle brackets. */
export function said(route: Route | undefined): string {
  if (!route) return '';
  const parties = route.parties.map((party) => ('agent' in party ? party.agent : `<${party.role}>`));
  return parties.join(` ${route.joined} `) + (route.note === undefined ? '' : ` (${route.note})`);
}
