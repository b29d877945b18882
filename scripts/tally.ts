import { existsSync, readFileSync } from 'node:fs';

export type Tally = { passed: number; failed: number; skipped: number; flaky: string[] };

export const nothing = (): Tally => ({ passed: 0, failed: 0, skipped: 0, flaky: [] });

export const sum = (tallies: Tally[]): Tally =>
  tallies.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
      flaky: [...all.flaky, ...one.flaky],
    }),
    nothing(),
  );

export const lastLine = ({ passed, failed }: Tally): string => `${passed} passed, ${failed} failed`;

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

type PlaywrightSuite = {
  suites?: PlaywrightSuite[];
  specs?: { title: string; file: string; tests: { status: string }[] }[];
};
type PlaywrightReport = PlaywrightSuite & {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
};

/** A runner that ended badly without naming a failed test has itself failed. */
const crashed = (tally: Tally, code: number): Tally =>
  code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;

function report<T>(file: string): T | undefined {
  try {
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined;
  } catch {
    return undefined; // cut short by a crash
  }
}

export function vitestTally(file: string, code: number): Tally {
  const said = report<VitestReport>(file);
  if (!said) return { ...nothing(), failed: 1 };
  // A file that could not even be loaded holds no test to count.
  const unloaded = said.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
  );
  const tally = {
    passed: said.numPassedTests,
    failed: said.numFailedTests + unloaded.length,
    skipped: said.numPendingTests + said.numTodoTests,
    flaky: [],
  };
  return crashed(tally, code);
}

export function playwrightTally(file: string, code: number): Tally {
  const said = report<PlaywrightReport>(file);
  if (!said) return { ...nothing(), failed: 1 };
  const { expected, unexpected, flaky, skipped } = said.stats;
  const tally = {
    passed: expected + flaky,
    failed: unexpected + said.errors.length,
    skipped,
    flaky: specsOf(said)
      .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
      .map(({ file, title }) => `${file}: ${title}`),
  };
  return crashed(tally, code);
}

const specsOf = (suite: PlaywrightSuite): NonNullable<PlaywrightSuite['specs']> => [
  ...(suite.specs ?? []),
  ...(suite.suites ?? []).flatMap(specsOf),
];
