import { rateFigure, secondsFigure, sizeFigure } from '../figures';
import type { Link, Outage } from '../link/types';

/** Why a stall came about; `code` is a key of words, "stallCause", `params` the figures that it names. */
export interface StallCause {
  code: 'outage' | 'cut' | 'rate' | 'late';
  params: Record<string, string>;
}

/** What is known of a stall. Times in ms on the run's clock. */
export interface StallFacts {
  atMs: number;
  /** When it ended, or now. */
  untilMs: number;
  /** Since when the player had been playing. */
  playingSinceMs: number;
  /** Scheduled and by hand, ascending; one that lasts may end at Infinity. */
  outages: readonly (Outage & { byHand: boolean })[];
  link: Link;
  /** What playback consumes, bytes per second. */
  needs: number;
  /** Bytes, in whole chunks, that have to cross before more can be played. */
  nextBytes: number;
  /** Playable seconds that the client buffer held at a moment. */
  heldSAt: (tMs: number) => number;
}

/**
 * The cause of a stall: the link was down (or was cut by hand) and the buffer held less than that;
 * or the link carries less than playback needs; or the next bytes to play were simply not across yet.
 */
export function stallCause(facts: StallFacts): StallCause {
  const blamed = blamedOutages(facts);
  const [first] = blamed;
  if (first) {
    const lengths = blamed.map((outage) => Math.min(outage.toMs, facts.untilMs) - outage.fromMs);
    const longest = blamed[lengths.indexOf(Math.max(...lengths))];
    const down = secondsFigure(lengths.reduce((sum, length) => sum + length, 0));
    const held = secondsFigure(Math.max(0, facts.heldSAt(first.fromMs)) * 1000);
    return { code: longest?.byHand ? 'cut' : 'outage', params: { down, held } };
  }
  const carries = carriedRate(facts);
  return carries < facts.needs
    ? { code: 'rate', params: rates(carries, facts.needs) }
    : { code: 'late', params: { next: sizeFigure(facts.nextBytes) } };
}

/** The outages behind a stall: one that the link had no time to make good, and those right before it. */
function blamedOutages({ atMs, outages, link, nextBytes }: StallFacts): StallFacts['outages'] {
  const blamed: (Outage & { byHand: boolean })[] = [];
  let beforeMs = atMs;
  for (const outage of [...outages].reverse()) {
    if (outage.fromMs >= beforeMs) continue;
    const madeGoodMs =
      outage.toMs >= beforeMs
        ? Infinity
        : link.timeToCarry(outage.toMs, nextBytes) + link.spec.latencyMs + link.spec.jitterMs;
    if (madeGoodMs < beforeMs) break;
    blamed.unshift(outage);
    beforeMs = outage.fromMs;
  }
  return blamed;
}

function carriedRate({ link, playingSinceMs, atMs }: StallFacts): number {
  return atMs > playingSinceMs
    ? (link.capacity(playingSinceMs, atMs) / (atMs - playingSinceMs)) * 1000
    : link.rateAt(atMs);
}

/** Both rates as they are shown elsewhere, or finer where they would read the same. */
function rates(carries: number, needs: number): Record<string, string> {
  const usual = { carries: rateFigure(carries), needs: rateFigure(needs) };
  if (usual.carries !== usual.needs) return usual;
  const fine = (rate: number): string => `${(rate / 1e6).toFixed(3)} MB/s`;
  return { carries: fine(carries), needs: fine(needs) };
}
