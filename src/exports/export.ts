/**
 * What becomes of a field: the target has no place for it (`lost`), it is written in another way (`changed`), or the
 * agent may do less than its source allows (`stricter`).
 */
export type Effect = 'lost' | 'changed' | 'stricter';

/** A field of an agent that an export does not carry as it is. */
export interface Loss {
  /** The key of the front matter as written, or `system prompt`. */
  field: string;
  effect: Effect;
  /** A sentence. */
  explanation: string;
}

/** An agent as a file for another tool. */
export interface ExportedFile {
  /** Where a project has the file, with forward slashes. */
  path: string;
  text: string;
  /** Where the system prompt starts in the text: the part before it is what differs from tool to tool. */
  promptAt: number;
  losses: Loss[];
  /** The fields that the file has with the same meaning. */
  unchanged: string[];
}

/** Why an agent cannot be exported: a sentence or two. */
export interface Refusal {
  refusal: string;
}

export type Export = ExportedFile | Refusal;
