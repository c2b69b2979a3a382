import { laneRules } from '../../../model/delivery/rules';
import { DEFAULT_SETTINGS } from '../../../model/delivery/settings';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NOTED_LAG_MS, playerLagMs } from '../../../model/run/player-lag';
import { LaneRecorder } from '../../../model/run/recorder';

const whole = (max: number) => fc.integer({ min: 0, max });

describe('the time that a player loses by itself', () => {
  test('is what ended - startup - stalls - length leaves', () => {
    fc.assert(
      fc.property(
        whole(1e6),
        whole(1e6),
        whole(1e7),
        whole(1e6),
        (startup, stalls, length, lag) => {
          const tMs = startup + stalls + length + lag;
          const facts = { startupDelayMs: startup, stallTotalMs: stalls, playedS: length / 1000 };
          expect(playerLagMs({ tMs, ...facts })).toBeCloseTo(lag, 3);
        },
      ),
    );
  });

  test('is none for a player that made up for what it lost', () => {
    expect(playerLagMs({ tMs: 900, startupDelayMs: 0, stallTotalMs: 0, playedS: 1 })).toBe(0);
  });

  test('is in the log, and an event once it is worth a word', () => {
    const recorder = new LaneRecorder(
      laneRules('streaming', DEFAULT_SETTINGS, { bytes: 8e6, largestStepBytes: 0 }),
      8e6,
    );
    const change = (state: 'playing' | 'ended', kind: 'start' | 'end', tMs: number, at: number) =>
      recorder.decided({ state, change: kind }, tMs, at, () => '');
    recorder.playhead(100, 0);
    change('playing', 'start', 1000, 0);
    recorder.playhead(3000, 2);
    expect(recorder.log()).toMatchObject({ playerLagMs: 0 });
    recorder.playhead(5000, 4 - NOTED_LAG_MS / 1000);
    recorder.playhead(5100, 4.1 - NOTED_LAG_MS / 1000);
    recorder.playhead(15_000, 8);
    change('ended', 'end', 15_000, 8);
    const { playerLagMs: lag, events, endedMs, startupDelayMs, stallTotalMs } = recorder.log();
    expect(lag).toBe(6000);
    expect((endedMs ?? 0) - (startupDelayMs ?? 0) - stallTotalMs - 8000).toBe(lag);
    expect(events.filter(({ kind }) => kind === 'player-behind')).toEqual([
      { tMs: 5000, kind: 'player-behind', text: '0.5 s' },
      { tMs: 15_000, kind: 'player-behind', text: '6.0 s' },
    ]);
  });
});
