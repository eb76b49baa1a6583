import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  countTests,
  readReports,
  slowestFiles,
  summaryLine,
  type E2eReport,
  type Reports,
  type VitestReport,
} from '../../../scripts/test-summary.ts';

const unitFile = { name: '/project/tests/unit/a.test.ts', status: 'passed', startTime: 1000, endTime: 1250 };
const unit: VitestReport = {
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ ...unitFile, assertionResults: [{ status: 'passed' }] }],
};
const e2e: E2eReport = {
  config: { rootDir: '/project/tests/e2e' },
  stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 },
  errors: [],
  suites: [],
};

const site: VitestReport = {
  ...unit,
  numPassedTests: 2,
  testResults: [
    {
      ...unitFile,
      name: '/project/tests/site/d.test.ts',
      endTime: 1500,
      assertionResults: [{ status: 'passed' }],
    },
  ],
};
const reports: Reports = { unit, site, e2e };

describe('countTests', () => {
  it('adds up the reports', () => {
    expect(countTests(reports)).toEqual({ passed: 10, failed: 0, skipped: 0 });
  });

  it('counts failed, skipped and todo tests of all reports', () => {
    const counts = countTests({
      unit: { ...unit, numFailedTests: 1, numPendingTests: 2, numTodoTests: 3 },
      site: { ...site, numFailedTests: 6, numPendingTests: 7 },
      e2e: { ...e2e, stats: { expected: 3, unexpected: 4, flaky: 0, skipped: 5 } },
    });
    expect(counts).toEqual({ passed: 10, failed: 11, skipped: 17 });
  });

  it('counts a test that passed only when it was run again as failed', () => {
    const counts = countTests({ ...reports, e2e: { ...e2e, stats: { ...e2e.stats, flaky: 2 } } });
    expect(counts).toEqual({ passed: 10, failed: 2, skipped: 0 });
  });

  it('counts a test file that could not run as one failure', () => {
    const testResults = [
      { ...unitFile, status: 'failed', assertionResults: [] },
      { ...unitFile, status: 'failed', assertionResults: [{ status: 'failed' }] },
    ];
    expect(countTests({ ...reports, unit: { ...unit, numFailedTests: 1, testResults } }).failed).toBe(2);
    expect(countTests({ ...reports, site: { ...site, numFailedTests: 1, testResults } }).failed).toBe(2);
  });

  it('counts errors outside the browser tests', () => {
    expect(countTests({ ...reports, e2e: { ...e2e, errors: [{ message: 'no server' }] } }).failed).toBe(1);
  });

  it('counts a run without tests as a failure', () => {
    const none = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
    expect(countTests({ ...reports, unit: { ...unit, numPassedTests: 0, testResults: [] } }).failed).toBe(1);
    expect(countTests({ ...reports, site: { ...unit, numPassedTests: 0, testResults: [] } }).failed).toBe(1);
    expect(countTests({ ...reports, e2e: { ...e2e, stats: none } }).failed).toBe(1);
  });
});

describe('slowestFiles', () => {
  const spec = (...durations: number[]) => ({
    tests: durations.map((duration) => ({ results: [{ duration }] })),
  });

  it('lists the test files of all reports together, the slowest first, nested suites included', () => {
    const suites = [
      { file: 'b.spec.ts', specs: [spec(100)], suites: [{ file: 'b.spec.ts', specs: [spec(200, 300)], suites: [] }] },
      { file: 'c.spec.ts', specs: [spec(50)], suites: [] },
    ];
    expect(slowestFiles({ ...reports, e2e: { ...e2e, suites } }, '/project')).toEqual([
      { file: 'tests/e2e/b.spec.ts', seconds: 0.6 },
      { file: 'tests/site/d.test.ts', seconds: 0.5 },
      { file: 'tests/unit/a.test.ts', seconds: 0.25 },
      { file: 'tests/e2e/c.spec.ts', seconds: 0.05 },
    ]);
  });

  it('lists at most ten files', () => {
    const suites = Array.from({ length: 12 }, (_, index) => ({
      file: `${String(index)}.spec.ts`,
      specs: [spec(1000 + index)],
      suites: [],
    }));
    const slowest = slowestFiles({ ...reports, e2e: { ...e2e, suites } }, '/project');
    expect(slowest).toHaveLength(10);
    expect(slowest.at(-1)?.file).toBe('tests/e2e/2.spec.ts');
  });
});

describe('summaryLine', () => {
  it('mentions skipped tests only if there are any', () => {
    expect(summaryLine({ passed: 8, failed: 1, skipped: 0 })).toBe('8 passed, 1 failed');
    expect(summaryLine({ passed: 8, failed: 0, skipped: 2 })).toBe('8 passed, 0 failed, 2 skipped');
  });
});

describe('readReports', () => {
  it('reads the reports, and names the one that is absent or broken', () => {
    const folder = mkdtempSync(join(tmpdir(), 'playbook-summary-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    writeFileSync(join(folder, 'unit.json'), JSON.stringify({ ...unit, success: true }));
    expect(() => readReports(folder)).toThrow('there is no test-results/site.json');
    writeFileSync(join(folder, 'site.json'), JSON.stringify(site));
    expect(() => readReports(folder)).toThrow('there is no test-results/e2e.json');
    writeFileSync(join(folder, 'e2e.json'), '{"stats": {');
    expect(() => readReports(folder)).toThrow('test-results/e2e.json is not a whole test report');
    writeFileSync(join(folder, 'e2e.json'), JSON.stringify(e2e));
    expect(readReports(folder)).toEqual(reports);
  });
});
