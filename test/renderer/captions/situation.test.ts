import { describe, expect, it } from 'vitest';
import { SituationReader, type Reading } from '../../../renderer/captions/situation';
import { EMPTY_FRAME } from '../../../renderer/apparatus/scene';
import type { LaneFrame } from '../../../model/run/frame';

const reading = (shownMs: number, more: Partial<Reading>, frame: Partial<LaneFrame>): Reading => ({
  phase: 'running',
  shownMs,
  speed: 1,
  down: null,
  slow: false,
  live: null,
  lanes: [
    {
      method: 'buffering',
      frame: { ...EMPTY_FRAME, state: 'playing', receivedBytes: 5, ...frame },
      facts: undefined,
      sourceBytes: 100,
      startBytes: 10,
      resumeBytes: 10,
    },
  ],
  ...more,
});

describe('the situation of a run', () => {
  it('remembers for a few seconds that the link came back', () => {
    const reader = new SituationReader();
    expect(reader.read(reading(0, {}, {})).back).toBe(false);
    reader.read(reading(1000, { down: { byHand: false } }, {}));
    expect(reader.read(reading(1100, {}, {})).back).toBe(true);
    expect(reader.read(reading(5000, {}, {})).back).toBe(false);
  });

  it('keeps those seconds on the wall when the run goes at speed 4', () => {
    const reader = new SituationReader();
    reader.read(reading(1000, { speed: 4, down: { byHand: false } }, {}));
    expect(reader.read(reading(11_000, { speed: 4 }, {})).back).toBe(true);
  });

  it('holds on to backpressure between two chunks', () => {
    const reader = new SituationReader();
    reader.read(reading(1000, {}, { link: 'held-back' }));
    expect(reader.read(reading(2000, {}, { link: 'flowing' })).lanes[0]?.held).toBe(true);
    expect(reader.read(reading(9000, {}, { link: 'flowing' })).lanes[0]?.held).toBe(false);
  });

  it('calls a lane safe once everything has arrived', () => {
    const reader = new SituationReader();
    expect(reader.read(reading(0, {}, { receivedBytes: 100 })).lanes[0]?.event).toBe('safe');
    expect(reader.read(reading(0, {}, { state: 'rebuffering' })).lanes[0]?.event).toBe('stalled');
  });
});
