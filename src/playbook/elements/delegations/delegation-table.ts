import type { Table } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Context, Recognised } from '../element.ts';
import { agentsOn, arrow, hasAgents, mentionAgents, readRoute, refersToAgents, type Route } from '../route.ts';
import type { Delegations } from './delegation.ts';
import { peopleTitle } from './known-agents.ts';

/** Reads a table with a column of agents. */
export function readTable(table: Table, { names, headings }: Context): Recognised<Delegations> | undefined {
  const [head, ...rows] = table.children.map((row) => row.children.map((cell) => toString(cell).trim()));
  if (!head || rows.length === 0) return;
  const column = head.findIndex(
    (title, index) =>
      !/\b(?:authors?|skills?)\b/i.test(title) &&
      isRouteColumn(
        title,
        rows.map((row) => row[index] ?? ''),
        names,
      ),
  );
  const others = head.map((title, index) => ({ title, index })).filter(({ index }) => index !== column);
  const taskColumn = (
    others.find(({ title }) => taskTitle.test(title)) ??
    others.find(({ title }) => !/^(?:#|no\.?|nr\.?|step)$/i.test(title))
  )?.index;
  if (taskColumn === undefined) return;
  if (column === -1) return readTableOfRoles(head, rows, table, headings);
  const items = rows.map((row, index) => ({
    task: row[taskColumn] ?? '',
    route: routeInCell(row[column] ?? '', names) ?? { written: '', parties: [], joined: 'and' as const },
    line: table.children[index + 1]?.position?.start.line ?? 1,
  }));
  const routes = items.map(({ route }) => route);
  // The rules that agents follow have names with underscores too, so the heading above does not tell.
  const isKnown = routes.flatMap(agentsOn).some((agent) => names.has(agent));
  const isListOfAgents = column === 0 && agentsTitle.test(headings.at(-1) ?? '');
  if (!isKnown && !isListOfAgents && !refersToAgents(routes, [head[column] ?? ''])) return;
  // Maintainers have an @ as well.
  if (!isKnown && [head[column] ?? '', ...headings].some((title) => peopleTitle.test(title))) return;
  return { kind: 'delegations', variant: 'to', items };
}

/** Matches the name of a role alone: `Tech Lead`, `QueryMaster`. */
const roleName = /^\p{Lu}[\p{L}-]{2,30}(?: (?:\p{Lu}[\p{L}-]{1,30}|\([^()]*\))){0,3}$/u;

/** Reads a table whose last column has the receivers of the work, below a heading about agents: "Route to | Tech Lead". */
function readTableOfRoles(
  head: readonly string[],
  rows: readonly string[][],
  table: Table,
  headings: readonly string[],
): Recognised<Delegations> | undefined {
  const column = head.findIndex((title) => receiverTitle.test(title));
  if (column < 1 || rows.length < 2 || !mentionAgents(headings.slice(-2))) return;
  if (!rows.every((row) => roleName.test(row[column] ?? ''))) return;
  const items = rows.map((row, index) => ({
    task: row[0] ?? '',
    route: { written: row[column] ?? '', parties: [{ role: row[column] ?? '' }], joined: 'and' as const },
    line: table.children[index + 1]?.position?.start.line ?? 1,
  }));
  return { kind: 'delegations', variant: 'roles', items };
}

/** Headings of a table with an agent in each row, whatever the title of the column is. */
const agentsTitle = /^(?:(?:available|specialist|your|the|our) )?(?:sub-?)?agents\b/i;

/** Titles of the column that says what the agents are for, wherever it is in the table. */
const taskTitle = /^(?:tasks?|purpose|when|use (?:for|when)|responsibilit\w*|description|role)\b/i;

/** Whether a column has agents in every row, or in most rows under a title that says so. */
function isRouteColumn(title: string, cells: readonly string[], names: ReadonlySet<string>): boolean {
  const routes = cells.filter((cell) => isRouteCell(cell, names, receiverTitle.test(title))).length;
  const isTitled =
    cells.filter((cell) => handOverStart.test(cell)).length * 2 > cells.length ||
    /\b(?:agents?|delegates?|delegate to|specialists?)\b|^(?:correct|target|responsible|assigned|owner) role$/i.test(
      title,
    );
  // Below "Route to", other cells may say what else to do.
  const share = receiverTitle.test(title) ? 0.5 : isTitled && cells.length > 2 ? 0.75 : 1;
  const isComplete = cells.every((cell) => /\p{L}/u.test(cell));
  return routes >= cells.length * share && (isComplete || receiverTitle.test(title));
}

function isRouteCell(text: string, names: ReadonlySet<string>, isReceiver: boolean): boolean {
  const route = routeInCell(text, names);
  if (!hasAgents(route)) return false;
  // "Delegate to baker + anyone who is free" names the first receiver.
  const [first] = route.parties;
  if (isReceiver || handOverStart.test(text) || arrow.test(text)) return first !== undefined && 'agent' in first;
  return route.parties.every((party) => 'agent' in party || /specialist|expert/i.test(party.role));
}

/** Titles of a column with the receivers of the work. */
const receiverTitle = /^(?:route|delegate|hand ?off|escalate|assign|send)s?(?: it)? to(?:…|\.{3})?$/i;

/** Matches the start of a cell that hands the work over: "Delegate to baker". */
const handOverStart = /^(?:delegate|hand(?: (?:off|over))?|escalate|route|defer|refer|pass|assign) to\b/i;

/** Reads a cell. The agents in it may be joined by arrows: `miller → baker (bread) → grocer`. */
function routeInCell(text: string, names: ReadonlySet<string>): Route | undefined {
  const steps = text.split(arrow).map((step) =>
    step
      .replace(/\([^()]*\)/g, '')
      .replace(/\?\s*$/, '')
      .trim(),
  );
  const isChain = steps.length > 1 && steps.every((step) => step !== '');
  const route = readRoute(isChain ? steps.join(' and ') : text, names);
  return isChain && route ? { ...route, written: text } : route;
}
