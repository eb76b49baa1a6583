import type { Paragraph } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { nearestTitle, type Context, type Recognised } from '../element.ts';
import { readColleagues } from './colleague-names.ts';
import type { Delegation, DelegationVariant, Delegations } from './delegation.ts';
import { nameKnownAgents, nameRoles } from './known-agents.ts';
import { relations } from './relations.ts';

/** Matches a department or a role in capital letters, with what it is for: `Finance (prices)`, `SDRs`. */
const department = /^(\p{Lu}[\p{L}/&-]{1,30}(?: (?:&|\p{Lu}[\p{L}/&-]{0,30})){0,3})(?: \(([^()]*)\))?$/u;

/** Reads the departments after a label such as "Works with", of which there are several below each other. */
function readDepartments(text: string, line: number): Delegation[] | undefined {
  const parts = text.replace(/\.$/, '').match(/(?:\([^()]*\)|[^,(])+/g) ?? [];
  const items = parts.map((part): Delegation | undefined => {
    const [, name = '', task = ''] = department.exec(part.trim()) ?? [];
    if (name === '') return;
    return { task, route: { written: name, parties: [{ role: name }], joined: 'and' }, line };
  });
  return items.every((item) => item !== undefined) ? items : undefined;
}

/**
 * Reads a paragraph whose lines name the agents to work with: `**Delegates to**: sql-pro, css-pro`, or
 * `Reports to: producer for dates`.
 */
export function readCollaborationLines(paragraph: Paragraph, context: Context): Recognised<Delegations> | undefined {
  const text = toString(paragraph);
  if (!text.includes(':') && paragraph.children[0]?.type !== 'strong') return;
  const lines = text.split(/\n(?=\p{Lu}[\p{L} ]{2,40}:\s)/u);
  const first = paragraph.children[0]?.type === 'strong' ? toString(paragraph.children[0]).replace(/:$/, '') : '';
  const items: Delegation[] = [];
  const variants = new Set<DelegationVariant>();
  const titles: string[] = [];
  let line = paragraph.position?.start.line ?? 1;
  for (const [index, written] of lines.entries()) {
    const label = index === 0 && first !== '' ? first : (/^[^:\n]{1,60}/.exec(written)?.[0] ?? '');
    const variant = relations.find(({ title }) => title.test(label))?.variant;
    const named = written.slice(label.length).replace(/^\s*:?\s*/, '');
    const colleagues =
      variant &&
      (readColleagues(named, line, context) ?? (lines.length > 1 ? readDepartments(named, line) : undefined));
    if (!variant || !colleagues) return;
    items.push(...colleagues);
    variants.add(variant);
    titles.push(label.trim());
    line += written.split('\n').length;
  }
  const [variant = 'with'] = variants;
  const title = titles.length === 1 ? (titles[0] ?? '') : nearestTitle(context);
  const routes = items.flatMap(({ route }) => route ?? []);
  // "Collaborate early: work with the design team" is advice; "Reports to: Tech Lead" is not.
  const areRoles = nameRoles(routes) && titles.every((one) => /\b(?:to|with|by|from)$/i.test(one));
  if (!areRoles && !nameKnownAgents(routes, { ...context, label: titles.join(' ') })) return;
  return { kind: 'delegations', variant: variants.size === 1 ? variant : 'with', title, items };
}
