import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  PLAYABLE_S,
  PlayerMachine,
  STALL_BELOW_S,
  STILL_END_MS,
  STUCK_FAIL_MS,
} from '../../../model/delivery/player-machine';
import { laneRules } from '../../../model/delivery/rules';
import { DEFAULT_SETTINGS } from '../../../model/delivery/settings';
import type { Method, PlayerInput } from '../../../model/delivery/types';

const SOURCE = 100_000_000;

function machine(method: Method, bytes = SOURCE): PlayerMachine {
  const source = { bytes, largestStepBytes: Math.min(bytes, 1_000_000) };
  return new PlayerMachine(laneRules(method, DEFAULT_SETTINGS, source), bytes);
}

function input(change: Partial<PlayerInput>): PlayerInput {
  return {
    nowMs: 0,
    receivedBytes: 0,
    playedBytes: 0,
    playableS: 0,
    positionS: 0,
    complete: false,
    atEnd: false,
    ...change,
  };
}

const all = { receivedBytes: SOURCE, playableS: 100, complete: true };

describe('starting', () => {
  test('is not a stall, however long', () => {
    const player = machine('buffering');
    expect(player.step(input({}))).toEqual({ state: 'starting', change: null });
    expect(player.step(input({ receivedBytes: 9_999_999, playableS: 9.9 })).change).toBeNull();
  });

  test('full buffer starts with the last byte', () => {
    const player = machine('full-buffer');
    expect(player.step(input({ receivedBytes: SOURCE - 1, playableS: 99 })).change).toBeNull();
    expect(player.step(input(all))).toEqual({ state: 'playing', change: 'start' });
  });

  test('buffering starts at the prefetch', () => {
    const player = machine('buffering');
    expect(player.step(input({ receivedBytes: 10_000_000, playableS: 10 })).change).toBe('start');
  });

  test('streaming starts with the first chunk that can be played', () => {
    const player = machine('streaming');
    expect(player.step(input({ receivedBytes: 1_000_000, playableS: 0 })).change).toBeNull();
    expect(player.step(input({ receivedBytes: 2_000_000, playableS: PLAYABLE_S })).change).toBe(
      'start',
    );
  });

  test('a file that is all there starts whatever the threshold', () => {
    const short = { receivedBytes: 5000, playableS: 0.01, complete: true };
    for (const method of ['full-buffer', 'buffering', 'streaming'] as const) {
      expect(machine(method, 5000).step(input(short)).change).toBe('start');
    }
  });

  test('a file without a byte starts and ends', () => {
    const player = machine('streaming', 0);
    const empty = input({ complete: true, atEnd: true });
    expect([player.step(empty), player.step(empty), player.step(empty)]).toEqual([
      { state: 'playing', change: 'start' },
      { state: 'ended', change: 'end' },
      { state: 'ended', change: null },
    ]);
  });
});

describe('playing', () => {
  function playing(method: Method): PlayerMachine {
    const player = machine(method);
    player.step(input({ receivedBytes: 10_000_000, playableS: 10, complete: true }));
    return player;
  }

  test('stalls when nothing is left, and only then', () => {
    const player = playing('streaming');
    expect(player.step(input({ playableS: STALL_BELOW_S })).change).toBeNull();
    expect(player.step(input({ playableS: STALL_BELOW_S - 0.001 }))).toEqual({
      state: 'rebuffering',
      change: 'stall',
    });
  });

  test('never stalls once everything has arrived: the end comes instead', () => {
    const player = playing('streaming');
    expect(player.step(input({ ...all, playableS: 0 })).change).toBeNull();
    expect(player.step(input({ ...all, playableS: 0, atEnd: true })).change).toBe('end');
  });

  test('streaming resumes as soon as anything can be played', () => {
    const player = playing('streaming');
    const at = { playedBytes: 9_990_000, positionS: 9.99 };
    player.step(input({ ...at, receivedBytes: 10_000_000 }));
    expect(player.step(input({ ...at, receivedBytes: 10_000_000, playableS: 0.01 })).change).toBe(
      null,
    );
    expect(player.step(input({ ...at, receivedBytes: 11_000_000, playableS: 1.01 })).change).toBe(
      'resume',
    );
  });

  test('buffering resumes at its threshold ahead of the playhead', () => {
    const player = playing('buffering');
    const at = { playedBytes: 10_000_000, positionS: 10 };
    player.step(input({ ...at, receivedBytes: 10_000_000 }));
    expect(player.step(input({ ...at, receivedBytes: 19_000_000, playableS: 9 })).change).toBe(
      null,
    );
    expect(player.step(input({ ...at, receivedBytes: 20_000_000, playableS: 10 }))).toEqual({
      state: 'playing',
      change: 'resume',
    });
  });

  test('near its end, all there is suffices to resume', () => {
    const player = playing('buffering');
    const at = { playedBytes: 99_000_000, positionS: 99 };
    player.step(input({ ...at, receivedBytes: 99_000_000 }));
    expect(player.step(input({ ...at, ...all, playableS: 0.01 })).change).toBe('resume');
  });
});

describe('pause and failure', () => {
  test('a pause keeps the state beneath and decides nothing', () => {
    const player = machine('buffering');
    player.pause();
    expect(player.step(input(all))).toEqual({ state: 'paused', change: null });
    player.continue();
    expect(player.state).toBe('starting');
    expect(player.step(input(all)).change).toBe('start');
    player.pause();
    player.continue();
    expect(player.state).toBe('playing');
  });

  test('a failure is final, in a pause too', () => {
    const player = machine('buffering');
    player.pause();
    player.fail();
    expect(player.state).toBe('failed');
    player.continue();
    expect(player.step(input(all))).toEqual({ state: 'failed', change: null });
  });

  test('what has ended can neither fail nor be paused', () => {
    const player = machine('buffering');
    player.step(input(all));
    player.step(input({ ...all, atEnd: true }));
    player.fail();
    player.pause();
    expect(player.state).toBe('ended');
  });
});

describe('a player that never says that it has ended', () => {
  const left = { ...all, playableS: PLAYABLE_S / 2, positionS: 8.01 };
  const started = (): PlayerMachine => {
    const player = machine('streaming');
    player.step(input({ ...all, nowMs: 0 }));
    return player;
  };

  test('has ended once it has stood long enough with everything there and nothing left', () => {
    const player = started();
    expect(player.step(input({ ...left, nowMs: 8010 })).change).toBeNull();
    expect(player.step(input({ ...left, nowMs: 8010 + STILL_END_MS - 1 })).change).toBeNull();
    expect(player.step(input({ ...left, nowMs: 8010 + STILL_END_MS }))).toEqual({
      ...{ state: 'ended', change: 'end', reason: 'still' },
    });
  });

  test('plays on while it moves, however slowly, and while there is more to play', () => {
    const player = started();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), (steps) => {
        const nowMs = 10_000 * steps;
        const moving = { ...left, positionS: 8 + steps / 500 };
        expect(player.step(input({ ...moving, nowMs })).change).toBeNull();
      }),
    );
  });

  test('fails once it has stood for very long with everything there and more to play', () => {
    const player = started();
    const stuck = { ...all, playableS: 1, positionS: 9 };
    expect(player.step(input({ ...stuck, nowMs: 9000 })).change).toBeNull();
    const almost = { ...stuck, nowMs: 9000 + STUCK_FAIL_MS - 1 };
    expect(player.step(input(almost)).change).toBeNull();
    expect(player.step(input({ ...stuck, nowMs: 9000 + STUCK_FAIL_MS }))).toEqual({
      state: 'failed',
      change: 'fail',
    });
    expect(player.step(input({ ...stuck, atEnd: true, nowMs: 2e6 })).change).toBeNull();
  });

  test('is not taken for one that waits for the link', () => {
    const player = started();
    const waits = { ...left, complete: false, playableS: STALL_BELOW_S };
    player.step(input({ ...waits, nowMs: 8010 }));
    expect(player.step(input({ ...waits, nowMs: 60_000 })).change).toBeNull();
  });
});
