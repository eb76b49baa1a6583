/** The middle of some numbers; the mean of the two middle ones where their count is even. */
export function median(numbers: readonly number[]): number {
  if (numbers.length === 0) throw new Error('There is nothing to take the median of.');
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

/**
 * Median and, after ±, the median absolute deviation: unlike a standard deviation, it is not spoilt by the one
 * run in which the machine was busy with something else. No ± where all runs agree.
 */
export function withSpread(numbers: readonly number[], digits = 0): string {
  const middle = median(numbers);
  const spread = median(numbers.map((value) => Math.abs(value - middle))).toFixed(digits);
  return middle.toFixed(digits) + (Number(spread) === 0 ? '' : ` ±${spread}`);
}

/** How many times the second number goes into the first. */
export function ratio(of: number, to: number): string {
  return `${(of / to).toFixed(2)}×`;
}

/** Bytes in kB of 1,000 bytes. */
export function kilobytes(bytes: number): string {
  return (bytes / 1e3).toFixed(1);
}

/** Lines up rows of cells: the first column to the left, numbers to the right, a rule below the first row. */
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
