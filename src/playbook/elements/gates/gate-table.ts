import type { Table } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { nearestTitle, shortTitle, type Context, type Recognised } from '../element.ts';
import { checklistTitleAt, isOutsideOfChecklist } from './checklist-titles.ts';
import { checksIntroduction, isChecklistTitle, namedChecksTitle } from './checklist-words.ts';
import type { QualityGate } from './quality-gate.ts';

/** Titles of columns which say that a table has checks, whatever the heading above is. */
const checkColumn = /^(?:what to (?:check|verify)|check for)$/i;

/** Titles of columns which say so below the heading of a checklist, or beside a column "Pass" or "Fails when". */
const ambiguousCheckColumn = /^(?:checks?|criteri(?:on|a)|gates?|what to look for)$/i;

/** Titles of columns which say what something must reach, beside a column with what is measured: "Coverage | 70 %". */
const requiredColumn = /^(?:requirements?|(?:pass(?:ing)? )?thresholds?|(?:required )?minimum|required|must(?: be)?)$/i;

const measuredColumn =
  /^(?:metrics?|measures?|aspects?|areas?|dimensions?|categor(?:y|ies)|layers?|test types?|types?)$/i;

const resultColumn = /^(?:pass|fail)(?:s|ed)?\b/i;

/** Reads a table of checks. A row becomes an item: `Crust: golden, blocking`. */
export function readGateTable(table: Table, context: Context): Recognised<QualityGate> | undefined {
  const [head, ...rows] = table.children;
  if (rows.length < 2) return;
  const columns = (head?.children ?? []).map((cell) => toString(cell).trim());
  // Below another heading of a checklist, a table explains its items, unless its columns say that it has checks.
  const title = isTitledAsChecks(context) ? checklistTitleAt(context) : titleOfCheckColumns(columns, context);
  if (title === undefined) return;
  const items = rows.map((row) => {
    const [first = '', ...others] = row.children.map((cell) => toString(cell).trim()).filter((cell) => cell !== '');
    const text = others.length === 0 ? first : `${first}: ${others.join(', ')}`;
    return { text, done: false, line: row.position?.start.line ?? 1 };
  });
  if (items.some(({ text }) => text === '')) return;
  return { kind: 'quality-gate', variant: 'checklist', title, items };
}

/** Whether the words right above a block say that it has checks. Headings further up do not count. */
function isTitledAsChecks(context: Context): boolean {
  const nearest = nearestTitle(context);
  return isChecklistTitle(nearest) || namedChecksTitle.test(nearest) || checksIntroduction.test(context.introduction);
}

/** Returns the title of a table whose columns say that it has checks; `undefined` if they do not. */
function titleOfCheckColumns(columns: readonly string[], context: Context): string | undefined {
  if (isOutsideOfChecklist(context)) return;
  const checklistHeading = context.headings.slice(0, context.label === '' ? -1 : undefined).find(isChecklistTitle);
  const hasChecks =
    columns.some((column) => checkColumn.test(column)) ||
    (measuredColumn.test(columns[0] ?? '') && columns.some((column) => requiredColumn.test(column))) ||
    (columns.slice(0, 2).some((column) => ambiguousCheckColumn.test(column)) &&
      (checklistHeading !== undefined || columns.some((column) => resultColumn.test(column))));
  if (!hasChecks) return;
  return checklistHeading === undefined
    ? shortTitle(context) || undefined
    : `${checklistHeading}: ${nearestTitle(context)}`;
}
