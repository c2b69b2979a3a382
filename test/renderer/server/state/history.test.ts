import { describe, expect, it } from 'vitest';
import { History, WINDOW_MS, type Snapshot } from '../../../../renderer/server/state/history';

const snapshot = (tMs: number, rssBytes: number): Snapshot => ({
  ...{
    type: 'snapshot',
    tMs,
    model: 'sync',
    seats: 4,
    watchdogMs: null,
    clients: [],
    endpoints: [],
    rssBytes,
  },
  ...{ connections: 0, feed: { source: 'test', viewers: 0, on: false, fps: 0 } },
});

describe('the history of memory', () => {
  it('is bounded for hours and reaches back to before its window', () => {
    const history = new History();
    for (let tMs = 0; tMs <= 3_600_000; tMs += 200) history.snapshot(snapshot(tMs, tMs));
    const [first, second] = history.memory;
    expect(history.memory.length).toBeLessThanOrEqual(WINDOW_MS / 200 + 2);
    expect(first?.tMs).toBeLessThan(3_600_000 - WINDOW_MS);
    expect(second?.tMs).toBe(3_600_000 - WINDOW_MS);
    expect(history.memory.at(-1)).toEqual({ tMs: 3_600_000, rssBytes: 3_600_000 });
  });

  it('does not keep what comes closer together than can be seen', () => {
    const history = new History();
    for (const tMs of [0, 40, 80, 120, 160, 200]) history.snapshot(snapshot(tMs, 1));
    expect(history.memory.map(({ tMs }) => tMs)).toEqual([0, 160]);
  });
});
