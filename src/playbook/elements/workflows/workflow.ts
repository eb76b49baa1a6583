import type { ElementBase } from '../element.ts';
import type { Route } from '../route.ts';

/** One step: a task, and the agents that do it. */
export interface WorkflowStep {
  title: string;
  route?: Route;
  /** The parts of the step; steps with an agent have none. */
  tasks: string[];
  line: number;
}

/** Things to do in order: steps with their agents (`agents`), steps without (`steps`), or whole sections (`phases`). */
export interface Workflow extends ElementBase {
  kind: 'workflow';
  variant: 'agents' | 'steps' | 'phases';
  steps: WorkflowStep[];
}
