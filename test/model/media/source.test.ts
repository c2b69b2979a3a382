import type { SourceShape } from '../../../model/media/types';
import { describe, expect, test } from 'vitest';
import {
  bytesToPlayFrom,
  durationOf,
  playableSecondsOf,
  ruleSource,
} from '../../../model/media/source';

const media: SourceShape = {
  kind: 'media',
  deliveredBytes: 3_000_000,
  index: [0, 1, 2, 3].map((i) => ({ bytes: i * 1_000_000, seconds: i })),
};
const text: SourceShape = {
  kind: 'text',
  deliveredBytes: 2_000_000,
  index: [
    { bytes: 0, seconds: 0 },
    { bytes: 2_000_000, seconds: 4 },
  ],
};

describe('a source', () => {
  test('of media plays whole steps; text and bytes play as they come', () => {
    expect(playableSecondsOf(media, 1_900_000)).toBe(1);
    expect(playableSecondsOf(text, 1_000_000)).toBe(2);
  });

  test('tells the rules its size and largest step', () => {
    expect(ruleSource(media)).toEqual({ bytes: 3_000_000, largestStepBytes: 1_100_000 });
    expect(ruleSource(text)).toEqual({ bytes: 2_000_000, largestStepBytes: 50_000 });
  });

  test('lasts as long as its index says', () => {
    expect(durationOf(text)).toBe(4);
    expect(durationOf({ ...text, index: [] })).toBe(0);
  });

  test('without a byte is no special case', () => {
    const empty: SourceShape = { kind: 'bytes', deliveredBytes: 0, index: [] };
    expect(ruleSource(empty)).toEqual({ bytes: 0, largestStepBytes: 0 });
    expect(playableSecondsOf(empty, 0)).toBe(0);
    expect(bytesToPlayFrom(empty, 1000, 0)).toBe(0);
  });

  test('knows how many bytes, in whole chunks, let a playhead move', () => {
    expect(bytesToPlayFrom(media, 300_000, 0.5)).toBe(1_200_000);
    expect(bytesToPlayFrom(media, 300_000, 0.98)).toBe(2_100_000);
    expect(bytesToPlayFrom(media, 16_000_000, 2.95)).toBe(3_000_000);
    expect(bytesToPlayFrom(text, 300_000, 1.9)).toBe(1_200_000);
  });
});
