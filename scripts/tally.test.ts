import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { lastLine, nothing, playwrightTally, sum, vitestTally } from './tally';

const folder = mkdtempSync(join(tmpdir(), 'cohorte-tally-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(content: unknown): string {
  const file = join(folder, `${Math.random()}.json`);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const vitest = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0, testResults: [] };
const playwright = { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 }, errors: [], suites: [] };

test('a run without failure counts what passed', () => {
  expect(vitestTally(written(vitest), 0)).toEqual({ passed: 5, failed: 0, skipped: 1, flaky: [] });
});

test('a test file that could not be loaded counts as one failure', () => {
  const testResults = [{ status: 'failed', assertionResults: [] }];
  expect(vitestTally(written({ ...vitest, testResults }), 1).failed).toBe(1);
});

test('a file with a failed test is not counted twice', () => {
  const testResults = [{ status: 'failed', assertionResults: [{ status: 'failed' }] }];
  expect(vitestTally(written({ ...vitest, numFailedTests: 1, testResults }), 1).failed).toBe(1);
});

test('a runner that ended badly without a failed test counts as one failure', () => {
  expect(vitestTally(written(vitest), 1).failed).toBe(1);
  expect(playwrightTally(written(playwright), 1).failed).toBe(1);
});

test('a runner that left no report, or half of one, counts as one failure', () => {
  expect(vitestTally(join(folder, 'absent.json'), 0).failed).toBe(1);
  expect(playwrightTally(written('{"stats":'), 0).failed).toBe(1);
});

test('a browser test that passed on its second try is passed, and named', () => {
  const specs = [{ title: 'signs in', file: 'a.spec.ts', tests: [{ status: 'flaky' }] }];
  const report = { ...playwright, stats: { ...playwright.stats, flaky: 1 }, suites: [{ suites: [{ specs }] }] };
  expect(playwrightTally(written(report), 0)).toEqual({
    passed: 4,
    failed: 0,
    skipped: 0,
    flaky: ['a.spec.ts: signs in'],
  });
});

test('an error outside any browser test counts as a failure', () => {
  expect(playwrightTally(written({ ...playwright, errors: [{}] }), 1).failed).toBe(1);
});

test('the last line says the two sums', () => {
  expect(lastLine(sum([nothing(), { passed: 2, failed: 1, skipped: 4, flaky: [] }]))).toBe('2 passed, 1 failed');
});
