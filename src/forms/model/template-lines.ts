import { readFieldLines, type FieldLine } from '../../playbook/elements/templates/template-line.ts';
import { withPlainLineEnds, type HintMeaning } from './form.ts';
import { linesOf, type Line } from './template-form.ts';

/** Reads the fields of each line of a handoff template. */
export function fieldLinesOf(text: string): FieldLine[][] {
  return readFieldLines(withPlainLineEnds(text).split('\n'));
}

/**
 * Reads the lines of a handoff template. A page contains what this returns for its form, so that the browser need not
 * load the patterns of fields.
 * @param readHint interprets a hint
 */
export function readLines(text: string, readHint?: (hint: string) => HintMeaning): Line[] {
  return linesOf(text, fieldLinesOf(text), readHint);
}
