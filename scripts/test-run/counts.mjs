import { existsSync, readFileSync } from 'node:fs';

/** {passed, failed} of a vitest JSON report; a file that could not be loaded counts as failed. */
export function vitestCounts(report) {
  const empty = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + empty.length };
}

/** {passed, failed} of a Playwright JSON report; an error outside every test counts as failed. */
export function playwrightCounts(report) {
  const { expected, flaky, unexpected } = report.stats;
  return { passed: expected + flaky, failed: unexpected + report.errors.length };
}

/** Reads a report file with one of the above; without a file there is nothing to count. */
export function countsIn(file, read) {
  return existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0 };
}
