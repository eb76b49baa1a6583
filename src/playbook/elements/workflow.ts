import { nearestHeading, type ElementBase, type Recogniser } from './element.ts';
import { firstLine, lineOf } from './delegations.ts';
import { arrow, meansAgents, namesAgents, readRoute, type Route } from './route.ts';

/** One step: what is done, and by whom. */
export interface WorkflowStep {
  title: string;
  route?: Route;
  /** What the step consists of; for phases, whose content is a list. */
  tasks: string[];
  line: number;
}

/** Numbered steps, each with its agent (`agents`); or phases, each with its tasks (`phases`). */
export interface Workflow extends ElementBase {
  kind: 'workflow';
  form: 'agents' | 'phases';
  steps: WorkflowStep[];
}

/** Claims a numbered list in which every entry is a step with a route, and most routes name an agent. */
export const recogniseWorkflow: Recogniser<Workflow> = (node, place) => {
  if (node.type !== 'list' || !node.ordered || node.children.length < 2) return;
  const steps = node.children.map((item) => {
    const [title = '', ...rest] = firstLine(item).split(arrow);
    const route = readRoute(rest.join(' '));
    return route && title.trim() !== '' ? { title: title.trim(), route, tasks: [], line: lineOf(item) } : undefined;
  });
  if (!steps.every((step) => step !== undefined)) return;
  const routes = steps.map(({ route }) => route);
  if (routes.filter(namesAgents).length * 2 < steps.length || !meansAgents(routes, place.headings)) return;
  return { kind: 'workflow', form: 'agents', title: nearestHeading(place), steps };
};
