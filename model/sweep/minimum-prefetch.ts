import { PLAYABLE_S, STALL_BELOW_S } from '../delivery/player-machine';
import type { Link } from '../link/types';
import { bytesAt } from '../media/index-map';
import { playableSecondsOf } from '../media/source';
import { freeArrivals } from './curves';
import { firstStall, stallsAgain, type FirstStall } from './first-stall';
import type { MinimumPrefetch, Scenario } from './types';

/** A simulation places events this much late, so a start this much too early may still do, ms. */
const SLACK_MS = 1e-3;

/**
 * The least prefetch, to the byte, with which buffering plays through without a stall over this link.
 *
 * Playback that starts at S consumes along its curve; the link delivers along the other one, as long as
 * nothing holds it back. It never stalls when S is at least the largest gap, in time, of what is
 * consumed over what has arrived after the start. Playback starts as a chunk arrives, so the answer is a
 * number of chunks: the fewest whose arrival is at or behind that S, and their prefetch is one byte more
 * than the chunks before.
 *
 * Where the most that may be held ahead binds, what arrives depends on when playback started: then this
 * number is only a bound from below, and from there up the numbers are tried, but for those that an
 * earlier stall rules out. There a later start may stall where an earlier one does not (it meets an
 * outage at another place of the file), so every number counts for itself.
 */
export function minimumPrefetch(
  scenario: Pick<Scenario, 'settings' | 'media'>,
  link: Link,
): MinimumPrefetch {
  const { settings, media } = scenario;
  const { chunkBytes, maxAheadBytes } = settings;
  const arrivals = Float64Array.from(freeArrivals(scenario, link), ({ tMs }) => tMs);
  if ((arrivals.at(-1) ?? 0) === Infinity) return none('never-arrives');
  const whole = media.deliveredBytes <= maxAheadBytes;
  const mostBytes = whole ? media.deliveredBytes : maxAheadBytes - chunkBytes;
  // What has no second of its own counts as played from the start.
  const playedBytes = bytesAt(media.index, 0);
  const first = fewestToPlay(scenario, arrivals.length);
  const stalls: FirstStall[] = [];
  for (let n = fewestWithoutGap(scenario, arrivals, first); n <= arrivals.length; n++) {
    const bytes = n <= first ? 0 : Math.max(0, (n - 1) * chunkBytes + 1 - playedBytes);
    if (bytes > mostBytes) break;
    const startMs = arrivals[n - 1] ?? 0;
    if (stalls.some((stall) => stallsAgain(stall, startMs, scenario, link))) continue;
    const run = { media, settings: { ...settings, prefetchBytes: bytes, resumeBytes: null } };
    const stall = firstStall(run, link);
    if (!stall) {
      const inChunks = n <= first ? 0 : n * chunkBytes - playedBytes;
      const wholeBytes = Math.min(inChunks, mostBytes);
      return { bytes, wholeBytes, startupDelayMs: startMs, reason: null };
    }
    stalls.push(stall);
  }
  return none('ahead-too-small');
}

function none(reason: NonNullable<MinimumPrefetch['reason']>): MinimumPrefetch {
  return { bytes: null, wholeBytes: null, startupDelayMs: null, reason };
}

/** How many chunks have to be there before a player can run at all. */
function fewestToPlay(
  { settings, media }: Pick<Scenario, 'settings' | 'media'>,
  all: number,
): number {
  let n = 0;
  while (n < all && playableSecondsOf(media, n * settings.chunkBytes) < PLAYABLE_S) n++;
  return n;
}

/** The fewest chunks, from `least` on, at whose arrival playback may start and never meets a gap. */
function fewestWithoutGap(
  { settings, media }: Pick<Scenario, 'settings' | 'media'>,
  arrivals: Float64Array,
  least: number,
): number {
  let neededMs = 0;
  let fewest = arrivals.length;
  for (let n = arrivals.length - 1; n >= least; n--) {
    // With n chunks there, playback that began at S comes to their end, less what a player leaves, at S + lastsMs.
    const lastsMs = (playableSecondsOf(media, n * settings.chunkBytes) - STALL_BELOW_S) * 1000;
    neededMs = Math.max(neededMs, (arrivals[n] ?? Infinity) - lastsMs);
    if ((n === 0 ? 0 : (arrivals[n - 1] ?? Infinity)) < neededMs - SLACK_MS) break;
    fewest = n;
  }
  return fewest;
}
