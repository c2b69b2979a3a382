import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RunClock } from '../../../renderer/live/run-clock';
import { RunTimer } from '../../../renderer/live/run-timer';

describe("an alarm on the run's clock", () => {
  beforeEach(() => void vi.useFakeTimers({ now: 0 }));
  afterEach(() => void vi.useRealTimers());

  function setUp(speed = 4) {
    const clock = new RunClock(speed, () => performance.now());
    const rung: number[] = [];
    const timer = new RunTimer(clock, () => rung.push(clock.nowMs()));
    return { clock, rung, timer, start: () => clock.start(performance.now()) };
  }

  it('rings once, not before its moment', () => {
    const { rung, timer, start } = setUp();
    timer.set(401);
    start();
    vi.advanceTimersByTime(100);
    expect(rung).toEqual([]);
    vi.advanceTimersByTime(100);
    expect(rung).toHaveLength(1);
    expect(rung[0]).toBeGreaterThanOrEqual(401);
  });

  it('waits while the clock stands', () => {
    const { clock, rung, timer, start } = setUp(1);
    start();
    timer.set(100);
    vi.advanceTimersByTime(60);
    clock.stop();
    vi.advanceTimersByTime(1000);
    expect(rung).toEqual([]);
    start();
    vi.advanceTimersByTime(39);
    expect(rung).toEqual([]);
    vi.advanceTimersByTime(2);
    expect(rung).toHaveLength(1);
  });

  it('forgets a former moment, and any when cleared', () => {
    const { rung, timer, start } = setUp(1);
    start();
    timer.set(10);
    timer.set(50);
    vi.advanceTimersByTime(20);
    expect(rung).toEqual([]);
    timer.clear();
    vi.advanceTimersByTime(100);
    expect(rung).toEqual([]);
    timer.set(Infinity);
    vi.advanceTimersByTime(100);
    expect(rung).toEqual([]);
  });
});
