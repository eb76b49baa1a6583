import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readCounts, summarise, summaryLine, type E2eReport, type UnitReport } from '../../../scripts/test-summary.ts';

const unit: UnitReport = {
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }],
};
const e2e: E2eReport = { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] };

describe('summarise', () => {
  it('adds up both reports', () => {
    expect(summarise(unit, e2e)).toEqual({ passed: 8, failed: 0, skipped: 0, flaky: 0 });
  });

  it('counts what failed, was skipped or is to be written in either', () => {
    const counts = summarise(
      { ...unit, numFailedTests: 1, numPendingTests: 2, numTodoTests: 3 },
      { ...e2e, stats: { expected: 3, unexpected: 4, flaky: 0, skipped: 5 } },
    );
    expect(counts).toEqual({ passed: 8, failed: 5, skipped: 10, flaky: 0 });
  });

  it('counts flaky tests as passed', () => {
    const counts = summarise(unit, { ...e2e, stats: { ...e2e.stats, flaky: 2 } });
    expect(counts).toEqual({ passed: 10, failed: 0, skipped: 0, flaky: 2 });
  });

  it('counts a test file that could not run, once', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
    ];
    expect(summarise({ ...unit, numFailedTests: 1, testResults }, e2e).failed).toBe(2);
  });

  it('counts errors outside the browser tests', () => {
    expect(summarise(unit, { ...e2e, errors: [{ message: 'no server' }] }).failed).toBe(1);
  });

  it('counts a run without tests as a failure', () => {
    const none = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
    expect(summarise({ ...unit, numPassedTests: 0, testResults: [] }, e2e).failed).toBe(1);
    expect(summarise(unit, { ...e2e, stats: none }).failed).toBe(1);
  });
});

describe('summaryLine', () => {
  it('mentions skipped tests only if there are any', () => {
    expect(summaryLine({ passed: 8, failed: 1, skipped: 0, flaky: 1 })).toBe('8 passed, 1 failed');
    expect(summaryLine({ passed: 8, failed: 0, skipped: 2, flaky: 0 })).toBe('8 passed, 0 failed, 2 skipped');
  });
});

describe('readCounts', () => {
  it('reads both files, and names the one that is absent or broken', () => {
    const folder = mkdtempSync(join(tmpdir(), 'playbook-summary-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    writeFileSync(join(folder, 'unit.json'), JSON.stringify({ ...unit, success: true }));
    expect(() => readCounts(folder)).toThrow('there is no test-results/e2e.json');
    writeFileSync(join(folder, 'e2e.json'), '{"stats": {');
    expect(() => readCounts(folder)).toThrow('test-results/e2e.json is not a whole test report');
    writeFileSync(join(folder, 'e2e.json'), JSON.stringify(e2e));
    expect(readCounts(folder).passed).toBe(8);
  });
});
