import type { Code } from 'mdast';
import { nearestTitle, type Context, type Recognised } from '../element.ts';
import { fencedLines } from '../fenced-lines.ts';
import { readNameFirst } from './colleague-names.ts';
import type { Delegation, DelegationVariant, Delegations } from './delegation.ts';
import { nameKnownAgents } from './known-agents.ts';
import { relations } from './relations.ts';

/** Matches `delegates_to:`, `works_with: [sql-pro, css-pro]` and `## Delegates to`. */
const keyLine = /^\s*(?:#{1,6}\s+([a-z][a-z _-]{2,40})|([a-z][a-z _-]{2,40}):\s*(\S.*)?)$/i;

/**
 * Reads a fence of keys about colleagues, each with its names: `delegates_to:` with `- sql-pro: slow queries` below, or
 * `works_with: [sql-pro, css-pro]`. Other keys are left out; most must be about colleagues.
 */
export function readFencedColleagues(code: Code, context: Context): Recognised<Delegations> | undefined {
  if (!/^(?:ya?ml|text|txt|markdown|md)?$/i.test(code.lang ?? '')) return;
  const items: Delegation[] = [];
  const variants = new Set<DelegationVariant>();
  let variant: DelegationVariant | undefined;
  let others = 0;
  for (const { text, line } of fencedLines(code)) {
    if (text.trim() === '') continue;
    const [, heading = '', label = '', value = ''] = keyLine.exec(text) ?? [];
    const key = heading || label;
    if (key !== '') {
      variant = relations.find(({ title }) => title.test(key.replace(/[_-]/g, ' ')))?.variant;
      if (variant) variants.add(variant);
      else others += 1;
    }
    if (!variant) continue;
    const names = key === '' ? [text.replace(/^\s*-\s+/, '')] : value.replace(/^\[|\]$/g, '').split(/,\s*/);
    for (const name of names.filter((one) => one.trim() !== '')) {
      const colleague = readNameFirst(
        name
          .replace(/["'`]/g, '')
          .replace(/\s+#\s/, ' - ')
          .trim(),
        context,
      );
      if (!colleague) return;
      items.push({ ...colleague, line });
    }
  }
  const routes = items.flatMap(({ route }) => route ?? []);
  if (items.length === 0 || others > variants.size || !nameKnownAgents(routes, context)) return;
  const [only = 'with'] = variants;
  return { kind: 'delegations', variant: variants.size === 1 ? only : 'with', title: nearestTitle(context), items };
}
