import { rateFigure, secondsFigure, sizeFigure } from '../figures';
import type { Link, Outage } from '../link/types';
import type { DownTime } from './schema';

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
  outages: readonly DownTime[];
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
    const lengthOf = ({ fromMs, toMs }: Outage): number => Math.min(toMs, facts.untilMs) - fromMs;
    const longest = blamed.reduce((most, each) => (lengthOf(each) > lengthOf(most) ? each : most));
    const down = secondsFigure(blamed.reduce((sum, each) => sum + lengthOf(each), 0));
    const held = secondsFigure(Math.max(0, facts.heldSAt(first.fromMs)) * 1000);
    return { code: longest.byHand ? 'cut' : 'outage', params: { down, held } };
  }
  const carries = carriedRate(facts);
  return carries < facts.needs
    ? { code: 'rate', params: rates(carries, facts.needs) }
    : { code: 'late', params: { next: sizeFigure(facts.nextBytes) } };
}

/** A link that is silent every other millisecond has no end of outages in a row; so many tell it all. */
const MAX_BLAMED = 1000;

/** The outages behind a stall: one that the link had no time to make good, and those right before it. */
function blamedOutages({ atMs, outages, link, nextBytes }: StallFacts): StallFacts['outages'] {
  const blamed: DownTime[] = [];
  const delayMs = link.spec.latencyMs + link.spec.jitterMs;
  let beforeMs = atMs;
  for (let i = outages.length - 1; i >= 0 && blamed.length < MAX_BLAMED; i -= 1) {
    const outage = outages[i];
    if (!outage || outage.fromMs >= beforeMs) continue;
    const isMadeGood =
      outage.toMs < beforeMs && link.timeToCarry(outage.toMs, nextBytes) + delayMs < beforeMs;
    if (isMadeGood) break;
    blamed.push(outage);
    beforeMs = outage.fromMs;
  }
  return blamed.reverse();
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
