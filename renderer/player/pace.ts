/** Wall time in which a player makes up for about two thirds of its lag, seconds. */
const CATCH_UP_S = 0.3;

/** The most that a player speeds up, or slows down, to keep to the run's clock. */
const FASTEST = 1.4;
const SLOWEST = 0.9;

/** Steps of the correction; a lag too small for one step is let be. */
const STEPS = 20;

/**
 * The playback rate that brings a player back to the run's clock, on which it is `lagS` seconds behind.
 * A decoder takes its time to start, and a busy machine loses some: times the speed of the run that would be seconds.
 */
export function pacedRate(speed: number, lagS: number): number {
  const wanted = 1 + lagS / (speed * CATCH_UP_S);
  const steps = Math.trunc((Math.min(FASTEST, Math.max(SLOWEST, wanted)) - 1) * STEPS);
  return speed * (1 + steps / STEPS);
}
