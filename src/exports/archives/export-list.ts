import type { Loss, Refusal } from '../export.ts';

/** An agent's files for all tools, without their text: the data that a program needs to choose and to fetch them. */
export interface ExportList {
  name: string;
  /** By the id of the tool. */
  targets: Record<string, { path: string; href: string; losses: Loss[] } | Refusal>;
}
