/**
 * The nth number in [0, 1) of a seed's sequence, for n from 0, in any order: mulberry32 by Tommy
 * Ettinger (public domain, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c),
 * whose state is a plain counter and so can be entered anywhere.
 */
export function randomAt(seed: number, n: number): number {
  let z = (seed + Math.imul(n + 1, 0x6d2b79f5)) | 0;
  z = Math.imul(z ^ (z >>> 15), z | 1);
  z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
  return ((z ^ (z >>> 14)) >>> 0) / 2 ** 32;
}

/** A seed for one purpose (from 0), so that two purposes of one run share no numbers. */
export function seedFor(seed: number, purpose: number): number {
  return Math.floor(randomAt(seed ^ 0x9e3779b9, purpose) * 2 ** 32);
}
