import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSteps, waitingSteps } from '../../../../renderer/server/state/counts';
import type { RequestSpan } from '../../../../renderer/server/state/request-spans';

const passage = (cameMs: number, seatedMs: number | null, leftMs: number | null): RequestSpan => ({
  ...{ client: cameMs, endpoint: '/stream', cameMs, seatedMs, leftMs },
  ...{ seat: null, seatFromMs: null },
});

describe('counts over time', () => {
  it('rise with each that waits and fall with each that is taken up or leaves', () => {
    const passages = [passage(0, 10, null), passage(4, null, 20), passage(10, null, null)];
    expect(waitingSteps(passages)).toEqual([
      { tMs: 0, count: 1 },
      { tMs: 4, count: 2 },
      { tMs: 20, count: 1 },
    ]);
    expect(openSteps(passages)).toEqual([{ tMs: 10, count: 1 }]);
  });

  it('do not count who is taken up at once as waiting', () => {
    expect(waitingSteps([passage(5, 5.2, 90)])).toEqual([]);
    expect(openSteps([passage(5, 5.2, 90)])).toEqual([
      { tMs: 5.2, count: 1 },
      { tMs: 90, count: 0 },
    ]);
  });

  it('end with as many as still go on, and are never negative', () => {
    const ms = fc.integer({ min: 0, max: 1000 });
    const one = fc.tuple(ms, ms, ms, fc.boolean(), fc.boolean());
    fc.assert(
      fc.property(fc.array(one, { maxLength: 60 }), (all) => {
        const passages = all.map(([came, waits, takes, seats, leaves]) => {
          const seated = seats ? came + waits + 1 : null;
          return passage(came, seated, leaves ? (seated ?? came) + takes + 1 : null);
        });
        const open = passages.filter((p) => p.seatedMs !== null && p.leftMs === null).length;
        const waiting = passages.filter((p) => p.seatedMs === null && p.leftMs === null).length;
        for (const [steps, last] of [
          [openSteps(passages), open],
          [waitingSteps(passages), waiting],
        ] as const) {
          expect(steps.at(-1)?.count ?? 0).toBe(last);
          expect(steps.every(({ count }) => count >= 0)).toBe(true);
          expect(steps.map(({ tMs }) => tMs)).toEqual(
            steps.map(({ tMs }) => tMs).toSorted((a, b) => a - b),
          );
        }
      }),
    );
  });
});
