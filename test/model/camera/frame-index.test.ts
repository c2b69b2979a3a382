import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameAtByte, framesIn, thinFrames } from '../../../model/camera/frame-index';
import type { IndexPoint } from '../../../model/media/types';

/** Pictures of these sizes at 30 a second, every so manyth a key frame. */
function indexOf(sizes: readonly number[], keyEvery: number): IndexPoint[] {
  let bytes = 0;
  const points = sizes.map((size, i): IndexPoint => {
    bytes += size;
    return { bytes, seconds: (i + 1) / 30, ...(i % keyEvery === 0 && { key: true }) };
  });
  return [{ bytes: 0, seconds: 0 }, ...points];
}

const indexes = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 40_000 }), { minLength: 1, maxLength: 200 }),
    keyEvery: fc.integer({ min: 1, max: 60 }),
  })
  .map(({ sizes, keyEvery }) => indexOf(sizes, keyEvery));

describe('the frames of a live source', () => {
  it('are found by their bytes and by their seconds, each once, in order', () => {
    fc.assert(
      fc.property(indexes, fc.nat(100), fc.nat(100), (index, a, b) => {
        for (const ruler of ['bytes', 'seconds'] as const) {
          const end = index.at(-1)?.[ruler] ?? 0;
          const [from = 0, to = 0] = [(a / 100) * end, (b / 100) * end].sort((x, y) => x - y);
          const expected = index
            .slice(1)
            .filter((point) => point[ruler] > from && point[ruler] <= to);
          const found = framesIn(index, ruler, from, to);
          expect(found.map(({ toBytes }) => toBytes)).toEqual(expected.map(({ bytes }) => bytes));
          expect(found.map(({ key }) => key)).toEqual(expected.map(({ key }) => key === true));
        }
      }),
    );
  });

  it('hold every byte exactly once', () => {
    fc.assert(
      fc.property(
        indexes,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (index, share) => {
          const byte = share * (index.at(-1)?.bytes ?? 0);
          const found = frameAtByte(index, byte);
          expect(found?.fromBytes).toBeLessThanOrEqual(byte);
          expect(found?.toBytes).toBeGreaterThan(byte);
          expect(frameAtByte(index, index.at(-1)?.bytes ?? 0)).toBeNull();
        },
      ),
    );
  });

  it('are bounded however long a run is: two minutes one by one, of what is older the key frames', () => {
    const index = indexOf([], 60);
    for (let i = 0; i < 30 * 3600 * 2; i += 1) {
      index.push({
        bytes: (i + 1) * 100,
        seconds: (i + 1) / 30,
        ...(i % 60 === 0 && { key: true }),
      });
      thinFrames(index);
      if (i % 5000 === 0) expect(index.length).toBeLessThan(10_300);
    }
    const newest = index.slice(-3600);
    newest.forEach((point, i) => {
      const before = newest[i - 1];
      if (before) expect(point.seconds - before.seconds).toBeCloseTo(1 / 30, 6);
    });
    expect(index[0]).toEqual({ bytes: 0, seconds: 0 });
    const endS = index.at(-1)?.seconds ?? 0;
    const older = index.slice(1).filter(({ seconds }) => seconds < endS - 150);
    expect(older.length).toBeGreaterThan(3400);
    expect(older.every(({ key }) => key)).toBe(true);
  });
});
