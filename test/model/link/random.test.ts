import { expect, test } from 'vitest';
import { randomAt, seedFor } from '../../../model/link/random';

/** The generator as it was published: a state that advances by one constant a call. */
function mulberry32(seed: number): () => number {
  let a = seed;
  return () => {
    a |= 0;
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

test('is mulberry32, entered anywhere', () => {
  for (const seed of [0, 1, 42, 2 ** 32 - 1]) {
    const next = mulberry32(seed);
    const published = Array.from({ length: 1000 }, next);
    expect(published.map((_, n) => randomAt(seed, n))).toEqual(published);
  }
});

test('lies evenly in [0, 1)', () => {
  const buckets = new Array<number>(10).fill(0);
  for (let n = 0; n < 100_000; n++) {
    const bucket = Math.floor(randomAt(7, n) * 10);
    buckets[bucket] = (buckets[bucket] ?? 0) + 1;
  }
  expect(buckets.reduce((sum, count) => sum + count)).toBe(100_000);
  for (const count of buckets) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});

test('seeds for different purposes differ, also between neighbouring seeds', () => {
  const seeds = [0, 1, 2, 3].flatMap((seed) => [seedFor(seed, 0), seedFor(seed, 1)]);
  expect(new Set(seeds).size).toBe(8);
});
