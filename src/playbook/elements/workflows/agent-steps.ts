import type { List } from 'mdast';
import { nearestTitle, titlesAbove, type Context, type Recognised } from '../element.ts';
import { itemLine, itemText } from '../list-item.ts';
import { arrow, hasAgents, readRoute, refersToAgents, type Route } from '../route.ts';
import type { Workflow, WorkflowStep } from './workflow.ts';

/** Reads a numbered list in which an arrow ends every item, `1. Knead → @baker`, and at least half of them name agents. */
export function readAgentSteps(list: List, context: Context): Recognised<Workflow> | undefined {
  if (!list.ordered) return;
  const steps: (WorkflowStep & { route: Route })[] = [];
  for (const item of list.children) {
    const [title = '', ...rest] = itemText(item).split(arrow);
    const route = readRoute(rest.join(' '));
    // Stops at the first item of most lists, because most have no arrows.
    if (!route || title.trim() === '') return;
    steps.push({ title: title.trim(), route, tasks: [], line: itemLine(item) });
  }
  const routes = steps.map(({ route }) => route);
  if (routes.filter(hasAgents).length * 2 < steps.length || !refersToAgents(routes, titlesAbove(context))) return;
  return { kind: 'workflow', variant: 'agents', title: nearestTitle(context), steps };
}
