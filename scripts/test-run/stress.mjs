import { SetupError } from '../setup/say.mjs';

/** {runs, filters} of `npm run test:stress -- N [FILTER…]`; the filters are Playwright's own. */
export function stressArguments(args) {
  const [count, ...filters] = args;
  if (!/^[1-9]\d{0,3}$/.test(count ?? '')) {
    throw new SetupError(
      `npm run test:stress -- N [FILTER…]: N is how often the app tests run, 1 to 9999, not ${count ?? 'left out'}.`,
    );
  }
  return { runs: Number(count), filters };
}

/** Failures of many runs as lines, the test that failed most often first: how often, which, and its messages. */
export function failureLines(failures, runs) {
  const messagesOf = new Map();
  for (const { test, message } of failures) {
    messagesOf.set(test, [...(messagesOf.get(test) ?? []), message]);
  }
  return [...messagesOf]
    .sort(([, a], [, b]) => b.length - a.length)
    .flatMap(([test, messages]) => [
      `${messages.length} of ${runs}  ${test}`,
      ...[...new Set(messages)].map((message) => `    ${message}`),
    ]);
}
