import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const count = z.int().nonnegative();

/** What is read of Vitest's JSON report (https://vitest.dev/guide/reporters#json-reporter). */
const unitReport = z.object({
  numPassedTests: count,
  numFailedTests: count,
  numPendingTests: count,
  numTodoTests: count,
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

/** What is read of Playwright's JSON report (https://playwright.dev/docs/api/class-testreporter, `JSONReport`). */
const e2eReport = z.object({
  stats: z.object({ expected: count, unexpected: count, flaky: count, skipped: count }),
  errors: z.array(z.unknown()),
});

export type UnitReport = z.infer<typeof unitReport>;
export type E2eReport = z.infer<typeof e2eReport>;

/** How many tests ended how. `flaky` ones, which passed at a second try, are among `passed`. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly flaky: number;
}

/**
 * Adds up both reports. What fails outside any test counts as one failure each: a unit test file
 * that cannot be loaded or whose set-up fails, an error of the browser run as a whole, and a run
 * in which there was no test (a filter or a pattern is wrong).
 */
export function summarise(unit: UnitReport, e2e: E2eReport): Counts {
  const brokenFiles = unit.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const unitTests = unit.numPassedTests + unit.numFailedTests + unit.numPendingTests + unit.numTodoTests;
  const { expected, unexpected, flaky, skipped } = e2e.stats;
  const e2eTests = expected + unexpected + flaky + skipped;
  return {
    passed: unit.numPassedTests + expected + flaky,
    failed:
      unit.numFailedTests +
      brokenFiles +
      unexpected +
      e2e.errors.length +
      (unitTests + brokenFiles === 0 ? 1 : 0) +
      (e2eTests + e2e.errors.length === 0 ? 1 : 0),
    skipped: unit.numPendingTests + unit.numTodoTests + skipped,
    flaky,
  };
}

/** The line that ends the test run: `N passed, N failed`, with `, N skipped` only if there are any. */
export function summaryLine({ passed, failed, skipped }: Counts): string {
  return `${String(passed)} passed, ${String(failed)} failed${skipped > 0 ? `, ${String(skipped)} skipped` : ''}`;
}

/**
 * Reads both reports in a folder.
 *
 * @param directory where `unit.json` and `e2e.json` are
 * @throws Error if one of them is absent or is not such a report
 */
export function readCounts(directory: string): Counts {
  return summarise(readReport(directory, 'unit.json', unitReport), readReport(directory, 'e2e.json', e2eReport));
}

function readReport<T>(directory: string, name: string, schema: z.ZodType<T>): T {
  const path = join(directory, name);
  if (!existsSync(path)) throw new Error(`The tests did not finish: there is no test-results/${name}.`);
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new Error(`test-results/${name} is not a whole test report: ${(error as Error).message}`, { cause: error });
  }
}

if (import.meta.main) {
  try {
    const counts = readCounts(join(import.meta.dirname, '../test-results'));
    if (counts.flaky > 0) console.log(`Flaky (passed only when tried again): ${String(counts.flaky)}`);
    if (counts.failed > 0) {
      console.log('Some tests failed: see above.');
      process.exitCode = 1;
    }
    console.log(summaryLine(counts));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
