import { existsSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

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

/**
 * What failed in a Playwright JSON report: {test, message} each, the message one line. An error outside
 * every test belongs to none, so the run itself stands for the test.
 */
export function playwrightFailures(report) {
  const outside = report.errors.map((error) => ({ test: 'the run itself', error }));
  const inside = report.suites
    .flatMap(specsOf)
    .flatMap(({ file, line, title, tests }) =>
      tests
        .filter(({ status }) => status === 'unexpected')
        .map(({ results }) => ({ test: `${file}:${line} ${title}`, error: results.at(-1)?.error })),
    );
  return [...outside, ...inside].map(({ test, error }) => ({ test, message: lineOf(error) }));
}

const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)];

/** The first line of an error's message, without the colours of a terminal. */
function lineOf(error) {
  const plain = stripVTControlCharacters(error?.message ?? 'no message');
  return plain.trim().split('\n', 1)[0];
}

/** A report file as JSON, or null where none was written. */
export function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
