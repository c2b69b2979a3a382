import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { laneRules } from '../../../model/delivery/rules';
import { DEFAULT_SETTINGS } from '../../../model/delivery/settings';
import { loggedRules } from '../../../model/run/logged-rules';
import type { Sample } from '../../../model/run/schema';
import { frameAt, type LaneTrack } from '../../../model/run/frame';

const sample = (tMs: number, sentBytes: number, change: Partial<Sample> = {}): Sample => ({
  tMs,
  state: 'playing',
  readBytes: sentBytes + 100,
  heldBytes: 100,
  sentBytes,
  receivedBytes: Math.floor(sentBytes / 100) * 100,
  playedBytes: 0,
  positionS: 0,
  bufferedBytes: 0,
  bufferedS: 0,
  rssBytes: 0,
  ...change,
});

const RULES = loggedRules({
  ...laneRules('streaming', DEFAULT_SETTINGS, { bytes: 1050, largestStepBytes: 0 }),
  chunkBytes: 100,
});

const track = (
  log: Partial<LaneTrack['log']> = {},
  outages: LaneTrack['outages'] = [],
): LaneTrack => ({
  log: {
    rules: RULES,
    sourceBytes: 1050,
    samples: [],
    states: [{ tMs: 0, state: 'starting' }],
    stalls: [],
    ...log,
  },
  outages,
});

describe('the picture of a lane at a moment', () => {
  it('is empty before the first sample', () => {
    expect(frameAt(track(), 500)).toMatchObject({
      tMs: 500,
      state: 'starting',
      link: 'idle',
      rate: 0,
      sentBytes: 0,
      chunkNumber: 0,
      stalledMs: 0,
    });
  });

  it('lies between two samples and never beyond them', () => {
    const samples = [sample(1000, 200), sample(1100, 260)];
    const lane = track({ samples });
    expect(frameAt(lane, 1050)).toMatchObject({ sentBytes: 230, rate: 600, link: 'flowing' });
    expect(frameAt(lane, 1050)).toMatchObject({ chunkNumber: 3 });
    expect(frameAt(lane, 1050).chunkShare).toBeCloseTo(0.3);
    expect(frameAt(lane, 5000)).toMatchObject({ sentBytes: 260, rate: 0 });
    expect(frameAt(lane, 10).sentBytes).toBe(200);
  });

  it('keeps the order of played, received, sent and read, whatever the samples', () => {
    const counts = fc
      .tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000), fc.nat(1000))
      .map((values) => values.sort((a, b) => a - b));
    fc.assert(
      fc.property(fc.array(counts, { minLength: 1, maxLength: 5 }), fc.nat(600), (rows, tMs) => {
        const samples = rows.map(
          ([playedBytes = 0, receivedBytes = 0, sent = 0, readBytes = 0], i) =>
            sample(i * 100, sent, { playedBytes, receivedBytes, readBytes }),
        );
        const frame = frameAt(track({ samples }), tMs);
        expect(frame.playedBytes).toBeLessThanOrEqual(frame.receivedBytes + 1e-9);
        expect(frame.receivedBytes).toBeLessThanOrEqual(frame.sentBytes + 1e-9);
        expect(frame.sentBytes).toBeLessThanOrEqual(frame.readBytes + 1e-9);
      }),
    );
  });

  it('says what the link does', () => {
    const still = [sample(0, 250), sample(100, 250)];
    const at = (log: Partial<LaneTrack['log']>, outages: LaneTrack['outages'] = []) =>
      frameAt(track({ samples: still, ...log }, outages), 50);
    const [first = sample(0, 250), second = first] = still;
    expect(at({ samples: [first, { ...second, heldBack: true }] }).link).toBe('held-back');
    expect(at({ samples: [{ ...first, heldBack: true }, second] }).link).toBe('idle');
    expect(at({}, [{ fromMs: 20, toMs: 80, byHand: false }])).toMatchObject({
      link: 'outage',
      linkDownMs: 30,
    });
    expect(at({}, [{ fromMs: 20, toMs: 50, byHand: true, lasts: true }]).link).toBe('cut');
    expect(at({ sourceBytes: 250 })).toMatchObject({ link: 'done', chunkNumber: 0, linkDownMs: 0 });
  });

  it('says at the newest sample, where a pause stands, what the link did up to it', () => {
    const held = [sample(0, 250), sample(100, 250, { heldBack: true })];
    expect(frameAt(track({ samples: held }), 100).link).toBe('held-back');
    const sending = [sample(0, 200), sample(100, 250)];
    expect(frameAt(track({ samples: sending }), 100)).toMatchObject({ link: 'flowing', rate: 500 });
    expect(frameAt(track({ samples: [sample(0, 250), sample(100, 250)] }), 100).link).toBe('idle');
  });

  it('holds on to that until another sample would have come, and no longer', () => {
    const samples = [sample(0, 200), sample(100, 250, { heldBack: true })];
    expect(frameAt(track({ samples }), 200)).toMatchObject({ link: 'held-back', rate: 500 });
    expect(frameAt(track({ samples }), 201)).toMatchObject({ link: 'idle', rate: 0 });
  });

  it('measures the last chunk by its own size', () => {
    const frame = frameAt(track({ samples: [sample(0, 1000), sample(100, 1040)] }), 50);
    expect(frame).toMatchObject({ chunkNumber: 11, chunkShare: 0.4 });
  });

  it('knows states and stalls to the millisecond', () => {
    const lane = track({
      samples: [sample(0, 0), sample(1000, 0)],
      states: [
        { tMs: 0, state: 'starting' },
        { tMs: 120, state: 'playing' },
        { tMs: 430, state: 'rebuffering' },
        { tMs: 630, state: 'playing' },
      ],
      stalls: [{ atMs: 430, durationMs: 200, positionS: 0.3, cause: '' }],
    });
    expect(frameAt(lane, 119)).toMatchObject({ state: 'starting', stalledMs: 0 });
    expect(frameAt(lane, 500)).toMatchObject({ state: 'rebuffering', stalledMs: 70 });
    expect(frameAt(lane, 630)).toMatchObject({ state: 'playing', stalledMs: 0 });
  });

  it('counts a stall that lasts up to the moment shown', () => {
    const stalls = [{ atMs: 400, durationMs: null, positionS: 0, cause: '' }];
    expect(frameAt(track({ samples: [sample(0, 0)], stalls }), 1000).stalledMs).toBe(600);
  });
});
