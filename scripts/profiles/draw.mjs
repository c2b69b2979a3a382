/** Numbers in [0, 1) of a seed, one behind the other: mulberry32 by Tommy Ettinger (public domain). */
export function numbersOf(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let z = Math.imul(state ^ (state >>> 15), state | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return ((z ^ (z >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A number from `low` to `high`, each as likely. */
export const between = (random, [low, high]) => low + (high - low) * random();

/** A normally distributed number of mean 0 and deviation 1 (Box and Muller, 1958). */
export function normal(random) {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}

/**
 * Factors around 1 whose logarithm has the given deviation and hangs together from step to step
 * (correlation, 0 to 1): a first-order autoregression, its mean taken out.
 */
export function wander(random, { deviation, correlation }) {
  let log = deviation * normal(random);
  return () => {
    const factor = Math.exp(log - deviation ** 2 / 2);
    log = correlation * log + Math.sqrt(1 - correlation ** 2) * deviation * normal(random);
    return factor;
  };
}

/** Stretches (ms, [from, to)) with gaps and lengths drawn from two ranges in seconds, within a period. */
export function stretches(random, periodMs, gapS, lengthS) {
  const found = [];
  for (let tMs = 0; ;) {
    const fromMs = tMs + Math.round(between(random, gapS) * 1000);
    const toMs = fromMs + Math.round(between(random, lengthS) * 1000);
    if (toMs >= periodMs) return found;
    found.push({ fromMs, toMs });
    tMs = toMs;
  }
}
