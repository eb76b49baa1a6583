import type { Loss, Refusal } from '../export.ts';

/** What an agent's file for each tool is, without its text: what a program needs to choose and to fetch files. */
export interface ExportList {
  name: string;
  /** By the id of the tool. */
  targets: Record<string, { path: string; href: string; losses: Loss[] } | Refusal>;
}
