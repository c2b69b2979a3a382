import { describe, expect, it } from 'vitest';
import { RunClock } from '../../../electron/reader/run-clock';

describe('RunClock', () => {
  it('stands at 0 until it is set', () => {
    const clock = new RunClock();
    expect(clock.nowMs(1e6)).toBe(0);
    expect(clock.standsFor(1e6)).toBe(Infinity);
    expect(clock.wallUntil(1, 1e6)).toBe(Infinity);
  });

  it('runs at its speed, from the moment it is set for', () => {
    const clock = new RunClock();
    clock.set({ runMs: 500, atMs: 1000, speed: 4 });
    expect(clock.standsFor(900)).toBe(100);
    expect(clock.nowMs(900)).toBe(500);
    expect(clock.nowMs(1100)).toBe(900);
    expect(clock.standsFor(1100)).toBe(0);
    expect(clock.wallUntil(1300, 1100)).toBe(100);
    expect(clock.wallUntil(800, 1100)).toBe(0);
  });

  it('never falls when a setting arrives late', () => {
    const clock = new RunClock();
    clock.set({ runMs: 0, atMs: 0, speed: 1 });
    expect(clock.nowMs(1000)).toBe(1000);
    clock.set({ runMs: 990, atMs: 990, speed: 0 });
    expect(clock.nowMs(2000)).toBe(1000);
    clock.set({ runMs: 990, atMs: 2000, speed: 2 });
    expect(clock.nowMs(2001)).toBe(1000);
    expect(clock.nowMs(2010)).toBe(1010);
  });
});
