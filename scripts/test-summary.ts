import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'astro/zod';

const SLOWEST_FILES = 10;

const count = z.int().nonnegative();

/** The fields that are read of Vitest's JSON report (https://vitest.dev/guide/reporters#json-reporter). */
const vitestReport = z.object({
  numPassedTests: count,
  numFailedTests: count,
  numPendingTests: count,
  numTodoTests: count,
  testResults: z.array(
    z.object({
      /** The file's absolute path. */
      name: z.string(),
      status: z.string(),
      /** In ms since the epoch. */
      startTime: z.number(),
      endTime: z.number(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

/** The tests of one file, or of one `describe` in it. */
interface E2eSuite {
  readonly file: string;
  readonly specs: readonly { tests: readonly { results: readonly { duration: number }[] }[] }[];
  readonly suites?: readonly E2eSuite[] | undefined;
}

const e2eSuite: z.ZodType<E2eSuite> = z.lazy(() =>
  z.object({
    file: z.string(),
    specs: z.array(z.object({ tests: z.array(z.object({ results: z.array(z.object({ duration: z.number() })) })) })),
    suites: z.array(e2eSuite).optional(),
  }),
);

/** The fields that are read of Playwright's JSON report (https://playwright.dev/docs/api/class-testreporter, `JSONReport`). */
const e2eReport = z.object({
  config: z.object({ rootDir: z.string() }),
  stats: z.object({ expected: count, unexpected: count, flaky: count, skipped: count }),
  errors: z.array(z.unknown()),
  suites: z.array(e2eSuite),
});

export type VitestReport = z.infer<typeof vitestReport>;
export type E2eReport = z.infer<typeof e2eReport>;

/** The reports of the unit tests, of the tests of built sites, and of the browser tests. */
export interface Reports {
  readonly unit: VitestReport;
  readonly site: VitestReport;
  readonly e2e: E2eReport;
}

/** The numbers of passed, failed and skipped tests. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The time that the tests of one file took. */
export interface FileTime {
  readonly file: string;
  readonly seconds: number;
}

/**
 * Adds up the reports. A failure outside any test counts as one: a file of Vitest that cannot be loaded or whose set-up
 * fails, an error of the browser run as a whole, and a run without any test (a filter or a pattern is wrong). A test
 * that passes only when it is run again has failed.
 */
export function countTests({ unit, site, e2e }: Reports): Counts {
  return [countVitest(unit), countVitest(site), countE2e(e2e)].reduce((sum, counts) => ({
    passed: sum.passed + counts.passed,
    failed: sum.failed + counts.failed,
    skipped: sum.skipped + counts.skipped,
  }));
}

function countVitest(report: VitestReport): Counts {
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const skipped = report.numPendingTests + report.numTodoTests;
  const tests = report.numPassedTests + report.numFailedTests + skipped;
  const failed = report.numFailedTests + brokenFiles + (tests + brokenFiles === 0 ? 1 : 0);
  return { passed: report.numPassedTests, failed, skipped };
}

function countE2e({ stats, errors }: E2eReport): Counts {
  const { expected, unexpected, flaky, skipped } = stats;
  const tests = expected + unexpected + flaky + skipped;
  const failed = unexpected + flaky + errors.length + (tests + errors.length === 0 ? 1 : 0);
  return { passed: expected, failed, skipped };
}

/**
 * Lists the test files of all reports that took the most time, the slowest first.
 *
 * @param root the folder that paths are shown relative to
 */
export function slowestFiles({ unit, site, e2e }: Reports, root: string): FileTime[] {
  const times = [
    ...[unit, site]
      .flatMap(({ testResults }) => testResults)
      .map(({ name, startTime, endTime }) => ({ path: name, ms: endTime - startTime })),
    ...e2e.suites.map((suite) => ({ path: join(e2e.config.rootDir, suite.file), ms: durationOf(suite) })),
  ];
  return times
    .map(({ path, ms }) => ({ file: relative(root, path).replaceAll('\\', '/'), seconds: ms / 1000 }))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, SLOWEST_FILES);
}

/** Adds up the time of all tests of a suite, in ms. */
function durationOf({ specs, suites = [] }: E2eSuite): number {
  const results = specs.flatMap(({ tests }) => tests.flatMap((test) => test.results));
  const own = results.reduce((sum, { duration }) => sum + duration, 0);
  return suites.reduce((sum, suite) => sum + durationOf(suite), own);
}

/** The line that ends the test run: `N passed, N failed`, with `, N skipped` only if there are any. */
export function summaryLine({ passed, failed, skipped }: Counts): string {
  return `${String(passed)} passed, ${String(failed)} failed${skipped > 0 ? `, ${String(skipped)} skipped` : ''}`;
}

/**
 * Reads the reports in a folder.
 *
 * @param directory the folder of `unit.json`, `site.json` and `e2e.json`
 * @throws Error if one of them is absent or is not such a report
 */
export function readReports(directory: string): Reports {
  return {
    unit: readReport(directory, 'unit.json', vitestReport),
    site: readReport(directory, 'site.json', vitestReport),
    e2e: readReport(directory, 'e2e.json', e2eReport),
  };
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
    const root = join(import.meta.dirname, '..');
    const reports = readReports(join(root, 'test-results'));
    const counts = countTests(reports);
    console.log('The slowest test files, in seconds:');
    for (const { file, seconds } of slowestFiles(reports, root))
      console.log(`${seconds.toFixed(1).padStart(7)}  ${file}`);
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
