import { describe, expect, it } from 'vitest';
import { createLink } from '../../../model/link/link';
import { parseLinkSpec } from '../../../model/link/spec/spec';
import { downAt } from '../../../model/run/down-time';
import { Outages } from '../../../renderer/live/outages';

const at = (down: Outages, tMs: number) => downAt(down.known(tMs), tMs);
const outages = (spec: string) => new Outages(createLink(parseLinkSpec(spec), 1));

describe('what takes the link down', () => {
  it('tells scheduled outages from cuts by hand', () => {
    const down = outages('dropouts:1.3MB/s@12-17,30-37');
    down.setCut(true, 20_000);
    expect(down.cut).toBe(true);
    expect(at(down, 13_000)).toEqual({ byHand: false, sinceMs: 12_000 });
    expect(at(down, 17_000)).toBeNull();
    expect(at(down, 25_000)).toEqual({ byHand: true, sinceMs: 20_000 });
    down.setCut(false, 26_000);
    expect(down.cut).toBe(false);
    expect(at(down, 26_000)).toBeNull();
    expect(down.until(31_000)).toEqual([
      { fromMs: 12_000, toMs: 17_000, byHand: false },
      { fromMs: 20_000, toMs: 26_000, byHand: true },
      { fromMs: 30_000, toMs: 31_000, byHand: false, lasts: true },
    ]);
    expect(down.known(31_000).at(-1)?.toMs).toBe(37_000);
  });

  it('counts the time down through a cut that begins in an outage', () => {
    const down = outages('dropouts:1.3MB/s@12-17');
    down.setCut(true, 15_000);
    expect(at(down, 16_000)).toEqual({ byHand: true, sinceMs: 12_000 });
    expect(at(down, 19_000)).toEqual({ byHand: true, sinceMs: 12_000 });
  });

  it('forgets a cut that took no time, and keeps one that lasts open', () => {
    const down = outages('constant:1MB/s');
    down.setCut(true, 5);
    down.setCut(false, 5);
    expect(down.until(10)).toEqual([]);
    down.setCut(true, 6);
    expect(down.until(10)).toEqual([{ fromMs: 6, toMs: 10, byHand: true, lasts: true }]);
    expect(down.known(10)).toEqual([{ fromMs: 6, toMs: Infinity, byHand: true }]);
  });

  it('knows the outages of an unstable link however far it runs', () => {
    const link = createLink(parseLinkSpec('unstable:1.3MB/s'), 7);
    const down = new Outages(link);
    for (const untilMs of [10_000, 200_000, 700_000]) {
      expect(down.until(untilMs).map(({ fromMs }) => fromMs)).toEqual(
        link.outagesUntil(untilMs).map(({ fromMs }) => fromMs),
      );
    }
  });
});
