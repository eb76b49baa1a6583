import type { ElementBase } from '../element.ts';

/** One `**Field**: [hint]` line. */
export interface TemplateField {
  label: string;
  /** The text in the brackets; may be empty. */
  hint: string;
  line: number;
}

/** A text to fill in: for another agent to receive (`handoff`), or for the agent to answer with (`report`). */
export interface HandoffTemplate extends ElementBase {
  kind: 'handoff-template';
  purpose: 'handoff' | 'report';
  /** The heading above, which says which agents it is for: `To Security Specialists`. */
  recipient: string;
  fields: TemplateField[];
  /** The template as written. */
  text: string;
}
