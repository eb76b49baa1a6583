import type { Route } from '../route.ts';

/** One step: a task, and the agents that do it. */
export interface WorkflowStep {
  title: string;
  route?: Route;
  /** The parts of the step; steps with an agent have none. */
  tasks: string[];
  line: number;
}
