import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  clientLog,
  isOver,
  type LoggedRequest,
  type SeenClient,
} from '../../../model/lesson/client-log';
import { MEASURE_NAMES, MEASURES } from '../../../model/lesson/measure';
import { measureRun } from '../../../model/lesson/run-measures';

const SEEN: SeenClient = {
  ...{ state: 'receiving', headMs: 10, firstByteMs: 12, lastByteMs: 900, receivedBytes: 5000 },
  ...{ lumps: 4, frames: 2, behindMs: 30 },
};
const line = (kind: string, tMs: number, waitedMs = 0, tookMs = 0): LoggedRequest => ({
  ...{ kind, tMs, waitedMs, tookMs },
});

test('who stands in the queue has waited until now, and is served from its seat on', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e5 }),
      fc.integer({ min: 0, max: 1e5 }),
      fc.integer({ min: 0, max: 1e5 }),
      (cameMs, waited, served) => {
        const queued = line('queued', cameMs);
        const seated = line('seated', cameMs + waited, waited);
        const nowMs = cameMs + waited + served;
        const left = line('left', nowMs, waited, served);
        const before = clientLog('a', SEEN, [queued], cameMs + waited);
        expect([before.waitedMs, before.servedMs]).toEqual([waited, null]);
        for (const lines of [
          [queued, seated],
          [queued, seated, left],
        ]) {
          // What comes after its end changes nothing of it.
          const laterMs = lines.includes(left) ? nowMs + 500 : nowMs;
          const log = clientLog('a', SEEN, lines, laterMs);
          expect([log.waitedMs, log.servedMs]).toEqual([waited, served]);
          expect(isOver(lines)).toBe(lines.includes(left));
        }
      },
    ),
  );
});

test('who left the queue, or was refused, was never served', () => {
  for (const kind of ['left', 'refused']) {
    const log = clientLog('a', SEEN, [line('queued', 100), line(kind, 700, 600)], 9000);
    expect([log.waitedMs, log.servedMs]).toEqual([600, null]);
  }
  expect(clientLog('a', SEEN, [], 9000).waitedMs).toBeNull();
});

test('every measure of a client is read off its log, and of another client nothing is known', () => {
  const own = clientLog('a', SEEN, [line('seated', 0), line('killed', 5000, 0, 5000)], 9000);
  const run = { lanes: [], outages: [], clients: [{ ...own, state: 'done' as const }] };
  const read = (subject: string): Record<string, number | null> =>
    Object.fromEntries(
      MEASURE_NAMES.filter((name) => MEASURES[name].of === 'client').map((name) => [
        name,
        measureRun(run, { name, subject, momentsMs: [] }),
      ]),
    );
  expect(read('a')).toEqual({
    ...{ head: 10, first: 12, last: 900, waited: 0, served: 5000, broken: 1 },
    ...{ bytes: 5000, arrivals: 4, frames: 2, behind: 30 },
  });
  expect(new Set(Object.values(read('b')))).toEqual(new Set([null]));
});
