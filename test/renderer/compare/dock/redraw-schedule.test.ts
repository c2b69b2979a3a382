import { describe, expect, it } from 'vitest';
import {
  Pacer,
  pauseAfter,
  revisionAt,
  type PacerHost,
} from '../../../../renderer/compare/dock/redraw-schedule';

/** A window whose time passes only when asked. */
function fakeWindow(costMs: number) {
  let now = 0;
  let pending: { at: number; run: () => void }[] = [];
  const log: { at: number; frame: boolean }[] = [];
  let frame = false;
  const later = (at: number, run: () => void) => {
    const entry = { at, run };
    pending.push(entry);
    return () => {
      pending = pending.filter((each) => each !== entry);
    };
  };
  const state = { hidden: false };
  const host: PacerHost = {
    turn() {
      log.push({ at: now, frame });
      now += costMs;
    },
    nowMs: () => now,
    isHidden: () => state.hidden,
    after: (delay, run) => later(now + delay, run),
    onNextFrame: (run) =>
      later(now + 16, () => {
        frame = true;
        run();
        frame = false;
      }),
  };
  const pass = (ms: number) => {
    const until = now + ms;
    for (;;) {
      const next = pending.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      pending = pending.filter((each) => each !== next);
      now = Math.max(now, next.at);
      next.run();
    }
    now = Math.max(now, until);
  };
  return { host, log, pass, state };
}

describe('Pacer', () => {
  it('draws every part once when nothing runs, a part a frame, then rests', () => {
    const { host, log, pass } = fakeWindow(5);
    new Pacer(host).set(false);
    pass(10_000);
    expect(log).toHaveLength(4);
    expect(log.every(({ frame }) => frame)).toBe(true);
  });

  it('gives each part two turns a second while a run goes on', () => {
    const { host, log, pass } = fakeWindow(5);
    const pacer = new Pacer(host);
    pacer.set(true);
    pass(10_000);
    expect(log.length).toBeGreaterThan(80);
    expect(log.length).toBeLessThanOrEqual(85);
    pacer.stop();
    pass(10_000);
    expect(log.length).toBeLessThanOrEqual(85);
  });

  it('keeps to a ninth of the time on a slow machine', () => {
    const { host, log, pass } = fakeWindow(40);
    new Pacer(host).set(true);
    pass(10_000);
    expect(log.length * 40).toBeLessThan(10_000 / 9 + 5 * 40);
  });

  it('draws nothing while hidden, and follows a step at once', () => {
    const { host, log, pass, state } = fakeWindow(5);
    const pacer = new Pacer(host);
    state.hidden = true;
    pacer.set(true);
    pass(5000);
    expect(log).toHaveLength(0);
    state.hidden = false;
    pacer.set(false);
    pass(1000);
    pacer.changed();
    pass(1000);
    expect(log).toHaveLength(8);
  });
});

describe('turns', () => {
  it('belong to one part each', () => {
    const at = (turns: number) => [0, 1, 2, 3].map((turn) => revisionAt(turns, turn));
    expect([0, 1, 2, 3, 4, 5].map(at)).toEqual([
      [0, 0, 0, 0],
      [1, 0, 0, 0],
      [1, 1, 0, 0],
      [1, 1, 1, 0],
      [1, 1, 1, 1],
      [2, 1, 1, 1],
    ]);
  });

  it('wait longer after a costly one', () => {
    expect(pauseAfter(5)).toBe(120);
    expect(pauseAfter(40)).toBe(320);
    expect(pauseAfter(500)).toBe(400);
  });
});
