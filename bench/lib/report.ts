/** Returns the median: for an even count, the mean of the two middle numbers. */
export function median(numbers: readonly number[]): number {
  if (numbers.length === 0) throw new Error('The median of no numbers does not exist.');
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

/**
 * Formats the median with the median absolute deviation after ±. Unlike a standard deviation, it is hardly affected
 * by a single slow run. If all runs agree, there is no ±.
 */
export function withSpread(numbers: readonly number[], digits = 0): string {
  const middle = median(numbers);
  const spread = median(numbers.map((value) => Math.abs(value - middle))).toFixed(digits);
  return middle.toFixed(digits) + (Number(spread) === 0 ? '' : ` ±${spread}`);
}

/** Formats the quotient of two numbers, as in `1.50×`. */
export function ratio(of: number, to: number): string {
  return `${(of / to).toFixed(2)}×`;
}

/** Formats bytes as kB of 1,000 bytes. */
export function kilobytes(bytes: number): string {
  return (bytes / 1e3).toFixed(1);
}

/** Formats rows as a table: a heading row, the first column aligned to the left and the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    widths
      .map((width, column) => (column === 0 ? (row[0] ?? '').padEnd(width) : (row[column] ?? '').padStart(width)))
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...body.map(line)].join('\n');
}
