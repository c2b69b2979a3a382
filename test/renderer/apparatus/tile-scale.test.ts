import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tileScale, ROWS, roundSize } from '../../../renderer/apparatus/tile-scale';

const even = (bytes: number, seconds: number) => [
  { bytes: 0, seconds: 0 },
  { bytes, seconds },
];
const scaleOf = (bytes: number, more: Partial<Parameters<typeof tileScale>[0]> = {}) =>
  tileScale({
    bytes,
    seconds: 100,
    chunkBytes: 1e6,
    tubeBytes: 20e6,
    index: even(bytes, 100),
    ...more,
  });

describe('what a tile is worth', () => {
  it('is one chunk, 1 MB and 1 s, for the sample', () => {
    const scale = scaleOf(100e6);
    expect(scale).toMatchObject({ tileBytes: 1e6, fileTiles: 100, tileSeconds: 1, steady: true });
    expect(scale.tube).toEqual({ tileBytes: 1e6, cols: 2 });
  });

  it('stays one chunk when the file is a little over a round size', () => {
    expect(scaleOf(101.4e6)).toMatchObject({ tileBytes: 1e6, fileTiles: 100 });
  });

  it('is a round size for a large file, and the tube keeps a scale of its own', () => {
    const scale = scaleOf(734e6);
    expect(scale.tileBytes).toBe(10e6);
    expect(scale.fileTiles).toBeCloseTo(73.4);
    expect(scale.tube).toEqual({ tileBytes: 1e6, cols: 2 });
  });

  it('is smaller than a chunk when the file is a handful of chunks', () => {
    expect(scaleOf(3e6).tileBytes).toBe(50_000);
  });

  it('widens the tube in the same scale while it can be read', () => {
    expect(scaleOf(100e6, { tubeBytes: 35e6 }).tube).toEqual({ tileBytes: 1e6, cols: 4 });
    expect(scaleOf(100e6, { tubeBytes: 80e6 }).tube).toEqual({ tileBytes: 5e6, cols: 2 });
  });

  it('tells when bytes and seconds do not keep step', () => {
    const index = [
      { bytes: 0, seconds: 0 },
      { bytes: 30e6, seconds: 50 },
      { bytes: 100e6, seconds: 100 },
    ];
    expect(scaleOf(100e6, { index }).steady).toBe(false);
  });

  it('never needs more than 100 tiles, nor more rows than a tank has', () => {
    const size = fc.integer({ min: 1, max: 2e10 });
    fc.assert(
      fc.property(size, size, fc.integer({ min: 1024, max: 16 << 20 }), (bytes, tube, chunk) => {
        const scale = scaleOf(bytes, { tubeBytes: tube, chunkBytes: chunk });
        expect(scale.fileTiles).toBeLessThanOrEqual(100);
        expect(bytes / scale.tileBytes).toBeLessThanOrEqual(102 + 1e-6);
        const tubeTiles = Math.min(tube, bytes) / scale.tube.tileBytes;
        expect(tubeTiles).toBeLessThanOrEqual(scale.tube.cols * ROWS + 1e-6);
      }),
    );
  });
});

describe('a round size', () => {
  it('is the next of 1, 2, 5', () => {
    expect([1, 1.1, 980_392, 1e6, 1.1e6, 4e6, 7e6].map(roundSize)).toEqual([
      1, 2, 1e6, 1e6, 2e6, 5e6, 10e6,
    ]);
  });
});
