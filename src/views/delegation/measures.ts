import { widthOf } from '../../fonts/text-width.ts';

/** Size of labels, in CSS pixels. */
export const LABEL_SIZE = 13;
/** More entries than this on one side are not readable as a picture. */
export const MAX_ENTRIES = 30;
/** Room between a label and its lines, for the number of tasks. */
export const NUMBER_WIDTH = 28;
/** Widest label, in CSS pixels; longer ones are shortened. */
const MAX_LABEL_WIDTH = 250;

/** Width of a column of labels, in CSS pixels. */
export function columnWidth(entries: readonly { text: string }[]): number {
  return Math.ceil(Math.max(0, ...entries.map(({ text }) => widthOf(text, LABEL_SIZE, false))));
}

/** A label that fits its column, with an ellipsis if it had to be cut. */
export function shortened(label: string): string {
  if (widthOf(label, LABEL_SIZE, false) <= MAX_LABEL_WIDTH) return label;
  // By code points, so that no surrogate pair is split.
  const characters = Array.from(label);
  while (widthOf(`${characters.join('')}…`, LABEL_SIZE, false) > MAX_LABEL_WIDTH) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** Path data of a curve that leaves and arrives horizontally. Relative, because that compresses better. */
export function curve(x1: number, y1: number, x2: number, y2: number): string {
  const [half, across, down] = [round((x2 - x1) / 2), round(x2 - x1), round(y2 - y1)];
  return `M${String(x1)} ${String(round(y1))}c${[half, 0, half, down, across, down].join(' ')}`;
}

/** To a tenth of a pixel: more digits cost bytes and cannot be seen. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
