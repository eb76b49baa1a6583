import { nearestHeading, type ElementBase, type ElementDefinition, type Recogniser } from './element.ts';
import { itemLine, itemText } from './list-item.ts';
import { arrow, hasAgents, readRoute, refersToAgents, taskLine, type Route } from './route.ts';

/** One step: a task, and the agents that do it. */
export interface WorkflowStep {
  title: string;
  route?: Route;
  /** The parts of the step; only phases have them. */
  tasks: string[];
  line: number;
}

/** Numbered steps, each with its agent (`agents`); or phases, each with its tasks (`phases`). */
export interface Workflow extends ElementBase {
  kind: 'workflow';
  form: 'agents' | 'phases';
  steps: WorkflowStep[];
}

/**
 * Recognises a numbered list in which every item is a step with a route, and at least half of the routes name an
 * agent. Phases are whole sections, not blocks: see `phased-workflows.ts`.
 */
const recogniseWorkflow: Recogniser<Workflow> = (node, place) => {
  if (node.type !== 'list' || !node.ordered || node.children.length < 2) return;
  const steps = node.children.map((item) => {
    const [title = '', ...rest] = itemText(item).split(arrow);
    const route = readRoute(rest.join(' '));
    return route && title.trim() !== '' ? { title: title.trim(), route, tasks: [], line: itemLine(item) } : undefined;
  });
  if (!steps.every((step) => step !== undefined)) return;
  const routes = steps.map(({ route }) => route);
  if (routes.filter(hasAgents).length * 2 < steps.length || !refersToAgents(routes, place.headings)) return;
  return { kind: 'workflow', form: 'agents', title: nearestHeading(place), steps };
};

export const workflow: ElementDefinition<Workflow> = {
  name: { one: 'workflow', many: 'workflows' },
  recognise: recogniseWorkflow,
  // The tasks of phases are the text of sections, and search finds them there.
  textLines: ({ steps }) => steps.map(({ title, route }) => taskLine(title, route)),
  references: ({ title: workflowTitle, steps }) =>
    steps.map(({ title, route, line }, index) => ({
      kind: 'workflow',
      route,
      text: `${workflowTitle}, step ${String(index + 1)}: ${title}`,
      line,
    })),
};
