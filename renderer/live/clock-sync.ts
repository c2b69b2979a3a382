/** One ping and its pong: window times of both, and the reader's time in between, ms. */
export interface RoundTrip {
  sentMs: number;
  answeredMs: number;
  readerMs: number;
}

/** How many pings find a quick round trip even while the machine is busy. */
export const PINGS = 8;

/**
 * What to add to the window's `performance.now()` to get the reader's, ms. The quickest round trip
 * tells it best: its error is at most half of that trip.
 */
export function clockOffset(trips: readonly RoundTrip[]): number {
  let best = Infinity;
  let offset = 0;
  for (const { sentMs, answeredMs, readerMs } of trips) {
    const took = answeredMs - sentMs;
    if (took >= best) continue;
    best = took;
    offset = readerMs - (sentMs + answeredMs) / 2;
  }
  return offset;
}
