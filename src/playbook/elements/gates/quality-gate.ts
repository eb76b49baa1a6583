import type { ElementBase } from '../element.ts';

export interface GateItem {
  /** Plain text. */
  text: string;
  /** Whether the file has it ticked. */
  done: boolean;
  line: number;
}

/** Things to check: with a box to tick for each (`gate`), or items whose title says that they are checks (`checklist`). */
export interface QualityGate extends ElementBase {
  kind: 'quality-gate';
  variant: 'gate' | 'checklist';
  items: GateItem[];
}
