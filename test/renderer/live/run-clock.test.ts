import { describe, expect, it } from 'vitest';
import { RunClock } from '../../../renderer/live/run-clock';

describe("the run's clock", () => {
  it('stands at 0, starts at the moment given, and runs at the speed', () => {
    const wall = { ms: 100 };
    const clock = new RunClock(4, () => wall.ms);
    expect(clock.nowMs()).toBe(0);
    clock.start(140);
    expect(clock.nowMs()).toBe(0);
    wall.ms = 150;
    expect(clock.nowMs()).toBe(40);
  });

  it('stands while stopped and goes on from there', () => {
    const wall = { ms: 0 };
    const clock = new RunClock(2, () => wall.ms);
    clock.start(0);
    wall.ms = 50;
    expect(clock.stop()).toBe(100);
    wall.ms = 500;
    expect(clock.nowMs()).toBe(100);
    clock.start(500);
    wall.ms = 510;
    expect(clock.nowMs()).toBe(120);
  });

  it('says how long to wait for a moment', () => {
    const wall = { ms: 0 };
    const clock = new RunClock(4, () => wall.ms);
    expect(clock.wallUntil(40)).toBe(Infinity);
    clock.start(10);
    expect(clock.wallUntil(40)).toBe(20);
    wall.ms = 15;
    expect(clock.wallUntil(40)).toBe(5);
    wall.ms = 30;
    expect(clock.wallUntil(40)).toBe(0);
  });

  it('tells its watchers of starts and stops', () => {
    const clock = new RunClock(1, () => 0);
    let told = 0;
    const unwatch = clock.watch(() => told++);
    clock.start(0);
    clock.stop();
    unwatch();
    clock.start(0);
    expect(told).toBe(2);
  });
});
