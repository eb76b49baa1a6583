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

/**
 * Numbered steps, each with its agent (`agents`); steps in a list (`steps`); or sections, each with its tasks
 * (`phases`).
 */
export interface Workflow extends ElementBase {
  kind: 'workflow';
  variant: 'agents' | 'steps' | 'phases';
  steps: WorkflowStep[];
}
