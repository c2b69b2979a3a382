import { describe, expect, it } from 'vitest';
import { stripEndS, stripWords } from '../../../../renderer/what-if/views/timeline-words';
import type { PlaybackTimeline } from '../../../../renderer/what-if/worker/messages';

const strip = (change: Partial<PlaybackTimeline>): PlaybackTimeline => ({
  value: 1,
  startMs: 6100,
  stalls: [],
  stalledMs: 0,
  endedMs: 100_000,
  outages: [],
  ...change,
});

describe('a strip in words', () => {
  it.each<[Partial<PlaybackTimeline>, string]>([
    [{}, 'starts 6.1 s, no stall'],
    [{ stalls: [{ fromMs: 9, toMs: 99 }], stalledMs: 4800 }, 'starts 6.1 s, stalls 4.8 s'],
    [{ startMs: null, endedMs: null }, 'never starts'],
    [{ stalls: [{ fromMs: 9, toMs: Infinity }], endedMs: null }, 'starts 6.1 s, never resumes'],
  ])('%j', (change, words) => expect(stripWords(strip(change))).toBe(words));
});

describe('the end of the strips', () => {
  it('lies a while past the last trouble, and never behind the end', () => {
    const outages = [{ fromMs: 30_000, toMs: 40_000 }];
    expect(stripEndS([strip({ outages })])).toBeCloseTo(54);
    expect(stripEndS([strip({ outages, endedMs: 45_000 })])).toBe(45);
    expect(stripEndS([strip({ startMs: null, endedMs: null })])).toBe(1);
  });
});
