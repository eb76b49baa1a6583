import type { ElementBase } from '../element.ts';
import type { Route } from '../route.ts';

/** A task and the agents it goes to. */
export interface Delegation {
  task: string;
  /** Absent: the agent does it itself. */
  route?: Route;
  /** The author's verb, if there is one instead of an arrow: `Collaborate with`. */
  wording?: string;
  line: number;
}

/**
 * `to`: tasks for named agents. `roles`: tasks for specialists without a name. `self`: tasks that the agent does
 * itself. `with`: agents that it works with. `from`: agents that it gets work from.
 */
export type DelegationVariant = 'to' | 'roles' | 'self' | 'with' | 'from';

/** Tasks under one heading, with the agents that they go to. */
export interface Delegations extends ElementBase {
  kind: 'delegations';
  variant: DelegationVariant;
  items: Delegation[];
}
