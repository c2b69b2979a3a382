import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlayerDecision } from '../../../model/delivery/types';
import { laneRules } from '../../../model/delivery/rules';
import { DEFAULT_SETTINGS } from '../../../model/delivery/settings';
import { NOTHING_YET } from '../../../model/run/frame';
import { LaneRecorder } from '../../../model/run/recorder';
import { laneLogSchema, type Sample } from '../../../model/run/schema';

const sample = (change: Partial<Sample>): Sample => ({ ...NOTHING_YET, ...change });

const RULES = laneRules('streaming', DEFAULT_SETTINGS, { bytes: 1000, largestStepBytes: 0 });

const decide = (change: PlayerDecision['change']): PlayerDecision => ({
  change,
  state:
    change === 'stall'
      ? 'rebuffering'
      : change === 'end'
        ? 'ended'
        : change === null
          ? 'starting'
          : 'playing',
});

describe('a lane log', () => {
  test('is complete and valid before anything has happened', () => {
    const log = new LaneRecorder(RULES, 1000).log();
    expect(laneLogSchema.parse(log)).toEqual(log);
    expect(log).toMatchObject({ state: 'starting', startupDelayMs: null, endedMs: null });
  });

  test('has startup delay, stalls with their final cause, and the end', () => {
    const lane = new LaneRecorder(RULES, 1000);
    lane.decided(decide(null), 300, 0, () => 'never asked');
    lane.decided(decide('start'), 770, 0, () => 'never asked');
    lane.decided(decide('stall'), 13_000, 12.2, () => 'so far');
    lane.decided(decide('resume'), 17_500, 12.2, () => 'in the end');
    lane.decided(decide('stall'), 20_000, 14.7, () => 'short');
    lane.decided(decide('resume'), 20_100, 14.7, () => 'short');
    lane.decided(decide('end'), 110_000, 100, () => 'never asked');
    const log = lane.log();
    expect(laneLogSchema.parse(log)).toEqual(log);
    expect(log).toMatchObject({
      state: 'ended',
      startupDelayMs: 770,
      endedMs: 110_000,
      stallCount: 2,
      stallTotalMs: 4600,
      stalls: [
        { atMs: 13_000, durationMs: 4500, positionS: 12.2, cause: 'in the end' },
        { atMs: 20_000, durationMs: 100, positionS: 14.7, cause: 'short' },
      ],
    });
    expect(log.events.map(({ kind }) => kind)).toEqual([
      'start',
      'stall',
      'resume',
      'stall',
      'resume',
      'end',
    ]);
    expect(log.events[1]?.text).toBe('so far');
  });

  test('counts an open stall up to the newest moment', () => {
    const lane = new LaneRecorder(RULES, 1000);
    lane.stallBegan(1000, 1, 'down');
    expect(lane.log()).toMatchObject({ stallCount: 1, stallTotalMs: 0 });
    lane.sample(sample({ tMs: 3500 }));
    expect(lane.log().stallTotalMs).toBe(2500);
    expect(lane.log().stalls[0]?.durationMs).toBeNull();
  });

  test('is one object that grows', () => {
    const lane = new LaneRecorder(RULES, 1000);
    const log = lane.log();
    lane.event({ tMs: 1, kind: 'read-start' });
    expect(lane.log()).toBe(log);
    expect(log.events).toHaveLength(1);
  });

  test('has the newest counts and the peaks of what was held and measured', () => {
    const lane = new LaneRecorder(RULES, 1000);
    lane.baseline(50e6);
    lane.sample(sample({ tMs: 100, readBytes: 2000, heldBytes: 2000, rssBytes: 53e6 }));
    lane.sample(sample({ tMs: 200, readBytes: 3000, heldBytes: 1000, rssBytes: 52e6 }));
    lane.counted({ readBytes: 4000, sentBytes: 3000, receivedBytes: 3000, playedBytes: 1500 });
    lane.sample(sample({ tMs: 300, readBytes: 4000, sentBytes: 2900 }));
    expect(lane.log()).toMatchObject({
      readBytes: 4000,
      sentBytes: 3000,
      receivedBytes: 3000,
      playedBytes: 1500,
      memory: { baselineRssBytes: 50e6, peakRssBytes: 53e6, peakHeldBytes: 2000 },
    });
    expect(lane.log().samples).toHaveLength(3);
  });

  test('of a lane that broke says where, and closes its stall', () => {
    const lane = new LaneRecorder(RULES, 1000);
    lane.stallBegan(1000, 1, 'down');
    lane.failed(4000, {
      code: 'file-vanished',
      where: 'file',
      message: 'The file is gone.',
      detail: 'ENOENT',
      atBytes: 7,
    });
    const log = lane.log();
    expect(laneLogSchema.parse(log)).toEqual(log);
    expect(log).toMatchObject({ state: 'failed', stallTotalMs: 3000, endedMs: null });
    expect(log.events.at(-1)).toEqual({
      tMs: 4000,
      kind: 'error',
      bytes: 7,
      text: 'The file is gone.',
    });
  });

  test('keeps a pause as its state, and a hash', () => {
    const lane = new LaneRecorder(RULES, 1000);
    lane.state('paused', 5);
    lane.verified('ab', 100);
    expect(lane.log()).toMatchObject({ state: 'paused', sha256: 'ab' });
  });
});

describe('arrivals', () => {
  test('in quick succession are one event with the newest count', () => {
    const lane = new LaneRecorder(RULES, 1000);
    for (let i = 1; i <= 10_000; i++) {
      lane.event({ tMs: i, kind: 'chunk-received', bytes: i * 1024 });
    }
    const { events } = lane.log();
    expect(events).toHaveLength(100);
    expect(events.at(-1)).toEqual({ tMs: 10_000, kind: 'chunk-received', bytes: 10_240_000 });
  });

  test('far apart, or with something between them, stay apart', () => {
    const lane = new LaneRecorder(RULES, 1000);
    lane.event({ tMs: 0, kind: 'chunk-received', bytes: 1 });
    lane.event({ tMs: 100, kind: 'chunk-received', bytes: 2 });
    lane.event({ tMs: 110, kind: 'stall' });
    lane.event({ tMs: 120, kind: 'chunk-received', bytes: 3 });
    expect(lane.log().events).toHaveLength(4);
  });
});

describe('a lane without an end', () => {
  test('keeps its whole course, the older the coarser, all counts, and what else happened', () => {
    const recorder = new LaneRecorder(RULES, null, 10);
    recorder.event({ tMs: 0, kind: 'start' });
    for (let i = 1; i <= 100; i += 1) {
      recorder.event({ tMs: 1000 * i, kind: 'chunk-received', bytes: i });
      recorder.sample(sample({ tMs: 1000 * i, receivedBytes: i, rssBytes: i === 3 ? 900 : 1 }));
    }
    const { samples, events, receivedBytes, memory } = recorder.log();
    const times = samples.map(({ tMs }) => tMs);
    expect(times.length).toBeLessThanOrEqual(10);
    expect(times[0]).toBe(1000);
    expect(times.slice(-5)).toEqual([96_000, 97_000, 98_000, 99_000, 100_000]);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(events.length).toBeLessThanOrEqual(10);
    expect(events[0]?.kind).toBe('start');
    expect(events.at(-1)?.bytes).toBe(100);
    expect([receivedBytes, memory.peakRssBytes]).toEqual([100, 900]);
  });

  test('keeps no more events than it may, whatever a busy computer repeats', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('chunk-received', 'stall', 'resume', 'frames-dropped'), {
          minLength: 300,
          maxLength: 300,
        }),
        (kinds) => {
          const recorder = new LaneRecorder(RULES, null, 40);
          recorder.event({ tMs: 0, kind: 'start' });
          for (const [i, kind] of kinds.entries()) {
            recorder.event({ tMs: 1000 * (i + 1), kind });
            expect(recorder.log().events.length).toBeLessThanOrEqual(40);
          }
          const { events } = recorder.log();
          expect(events[0]?.kind).toBe('start');
          expect(events.slice(-15).map(({ kind }) => kind)).toEqual(kinds.slice(-15));
        },
      ),
    );
  });
});
