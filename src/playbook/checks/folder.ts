import type { Agent } from '../agent.ts';
import type { Position } from '../problems.ts';
import type { RuleId } from '../rules/rules.ts';
import type { RosterEntry } from '../roster/roster.ts';

/** An agent with what only its file contains. */
export interface CheckedAgent {
  agent: Agent;
  /** The values of its front matter. */
  data: Readonly<Record<string, unknown>>;
  /** Returns the position of a key of the front matter; the start of the file if there is none. */
  positionOf: (key: string) => Position;
  /** Its path with that of the folder, which identifies its tool. */
  location: string;
}

/** All that the checks of a folder look at. */
export interface CheckedFolder {
  /** In the order of their paths. */
  agents: readonly CheckedAgent[];
  roster: readonly RosterEntry[];
  /** The paths of all markdown files, also of those that are not agents. */
  paths: readonly string[];
}

/** Reports a problem in the file of an agent. */
export type Report = (rule: RuleId, agent: Agent, at: Position, detail?: string) => void;

/** Looks for one sort of problem in a whole folder. */
export type Check = (folder: CheckedFolder, report: Report) => void;
