import { median, table, withSpread } from './report.ts';
import type { Build } from './built-site.ts';

const METRICS = [
  { head: 'seconds', of: ({ seconds }: Build) => seconds, digits: 1 },
  { head: 'CPU seconds', of: ({ cpuSeconds }: Build) => cpuSeconds, digits: 1 },
  { head: 'peak memory MB', of: ({ peakBytes }: Build) => peakBytes / 1e6, digits: 0 },
  { head: 'output MB', of: ({ outputBytes }: Build) => outputBytes / 1e6, digits: 1 },
  { head: 'files', of: ({ outputFiles }: Build) => outputFiles, digits: 0 },
];

const NOTES = `Median ± median absolute deviation. Seconds are wall-clock time of the whole build. CPU seconds are the time of
all its processes on all cores. Memory is the highest sum of the resident sets of these processes, sampled every 100 ms.
1 MB is 1,000,000 bytes.`;

/** Several builds of the same kind. */
export interface BuildRow {
  label: string;
  builds: readonly Build[];
  /** A further cell, such as a ratio. */
  note?: string;
}

/** Formats builds as a table: a row for each kind. A metric that the system does not report is left out. */
export function buildTable(first: string, rows: readonly BuildRow[], noteHead = ''): string {
  const columns = METRICS.flatMap(({ head, of, digits }) => {
    const cells = rows.map(({ builds }) => builds.map(of).filter((value) => value !== undefined));
    return cells.some((values) => values.length === 0)
      ? []
      : [[head, ...cells.map((values) => withSpread(values, digits))]];
  });
  const notes = noteHead === '' ? [] : [[noteHead, ...rows.map(({ note = '' }) => note)]];
  const labels = [first, ...rows.map(({ label }) => label)];
  return `${table(labels.map((label, row) => [label, ...[...columns, ...notes].map((column) => column[row] ?? '')]))}\n\n${NOTES}`;
}

/** Returns the processor time of builds, or their wall-clock time where the system does not report it. */
export function costOf(builds: readonly Build[]): number {
  return median(builds.map(({ cpuSeconds, seconds }) => cpuSeconds ?? seconds));
}
