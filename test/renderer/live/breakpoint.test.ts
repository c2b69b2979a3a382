import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SteppedRun } from '../../../model/runs/moments';
import { createLink } from '../../../model/link/link';
import { parseLinkSpec } from '../../../model/link/spec/spec';
import { Breakpoint } from '../../../renderer/live/breakpoint';
import { Outages } from '../../../renderer/live/outages';
import { RunClock } from '../../../renderer/live/run-clock';
import { madeLog } from '../../model/runs/made-runs';

/** A run that becomes known as time passes, watched every 100 ms as a reader reports. */
function watched(link = 'dropouts:1.3MB/s@3-6') {
  const log = madeLog(link);
  const clock = new RunClock(1, () => performance.now());
  const outages = new Outages(createLink(parseLinkSpec(link), 1));
  const paused: number[] = [];
  const soFar = (): SteppedRun => {
    const lengthMs = clock.nowMs();
    const lanes = log.lanes.map((lane) => ({
      ...lane,
      startupDelayMs: (lane.startupDelayMs ?? Infinity) <= lengthMs ? lane.startupDelayMs : null,
      stalls: lane.stalls.filter(({ atMs }) => atMs <= lengthMs),
      endedMs: null,
    }));
    return { lanes, marks: log.marks, link: { outages: outages.until(lengthMs) }, lengthMs };
  };
  const pause = (): void => void paused.push(clock.stop());
  const breakpoint = new Breakpoint({ clock, outages, soFar, pause });
  const pass = async (ms: number, look = true): Promise<void> => {
    for (let passed = 0; passed < ms && clock.running; passed += 100) {
      await vi.advanceTimersByTimeAsync(100);
      if (look) breakpoint.look();
      await Promise.resolve();
    }
  };
  clock.start(performance.now());
  return { log, clock, breakpoint, pass, paused };
}

describe('a breakpoint of a live run', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('pauses as soon as a stall has been measured, and at the next one after going on', async () => {
    const { log, clock, breakpoint, pass, paused } = watched('dropouts:1.3MB/s@3-6,9-12');
    const stalls = log.lanes.flatMap((lane) => lane.stalls.map(({ atMs }) => atMs));
    breakpoint.set('stall');
    while (paused.length < stalls.length) {
      await pass(60_000);
      clock.start(performance.now());
    }
    expect(stalls.length).toBeGreaterThan(1);
    for (const [i, atMs] of stalls.toSorted((a, b) => a - b).entries()) {
      expect((paused[i] ?? 0) - atMs).toBeGreaterThanOrEqual(0);
      expect((paused[i] ?? 0) - atMs).toBeLessThanOrEqual(100);
    }
  });

  it('pauses at a scheduled outage when nothing tells of it', async () => {
    const { breakpoint, pass, paused } = watched();
    breakpoint.set('outage');
    await pass(10_000, false);
    expect(paused).toEqual([3000]);
  });

  it('does not pause at what has been before it was set, nor once it is taken away', async () => {
    const { breakpoint, pass, paused } = watched();
    await pass(4000);
    breakpoint.set('outage');
    await pass(10_000);
    breakpoint.set('stall');
    breakpoint.set(null);
    await pass(20_000);
    expect(paused).toEqual([]);
  });
});
