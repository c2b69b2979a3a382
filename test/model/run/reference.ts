import type { SourceShape } from '../../../model/media/types';
import { PLAYABLE_S, STALL_BELOW_S } from '../../../model/delivery/player-machine';
import type { LaneRules } from '../../../model/delivery/types';
import type { Link } from '../../../model/link/types';

/** What a run comes to, as the plain reference has it. */
export interface ReferenceRun {
  startupDelayMs: number;
  endedMs: number;
  stallTotalMs: number;
}

/**
 * The pipeline again, told as plainly as possible and without a line of the engine: one
 * millisecond after the other, every map a scan. Slow, and wrong by a few milliseconds; the
 * simulation, which goes from event to event, has to agree with it.
 */
export function referenceRun(rules: LaneRules, link: Link, source: SourceShape): ReferenceRun {
  const total = source.deliveredBytes;
  const durationS = source.index.at(-1)?.seconds ?? 0;
  const arrivals: { end: number; atMs: number }[] = [];
  let [sent, crossed, received, positionS, lastArrival] = [0, 0, 0, 0, 0];
  // Seconds without a byte of their own are there from the start.
  let playableTo = Math.max(0, ...source.index.filter((p) => p.bytes <= 0).map((p) => p.seconds));
  let state: 'starting' | 'playing' | 'stalled' = 'starting';
  let startupDelayMs = 0;
  let stallTotalMs = 0;
  for (let tMs = 0; tMs < 3_600_000; tMs++) {
    while ((arrivals[0]?.atMs ?? Infinity) <= tMs) {
      received = arrivals.shift()?.end ?? received;
      const whole = source.index.filter((point) => point.bytes <= received);
      playableTo = Math.max(...whole.map((point) => point.seconds));
    }
    const complete = received === total;
    const played = playedBytes(source, positionS);
    const enough = (threshold: number): boolean =>
      complete ||
      (received >= Math.min(played + threshold, total) && playableTo - positionS >= PLAYABLE_S);
    if (state === 'starting' && enough(rules.startBytes)) {
      state = 'playing';
      startupDelayMs = tMs;
    } else if (state === 'stalled' && enough(rules.resumeBytes)) state = 'playing';
    if (state === 'playing' && !complete && playableTo - positionS < STALL_BELOW_S) {
      state = 'stalled';
    }
    if (state === 'stalled') stallTotalMs++;
    if (state === 'playing') {
      if (complete && positionS >= durationS) return { startupDelayMs, endedMs: tMs, stallTotalMs };
      positionS = Math.min(positionS + 0.001, playableTo);
    }
    const limit = Math.min(total, played + rules.maxBufferBytes);
    sent = Math.max(sent, Math.min(sent + link.capacity(tMs, tMs + 1), limit));
    while (crossed < total && Math.min(crossed + rules.chunkBytes, total) <= sent + 0.01) {
      const index = Math.floor(crossed / rules.chunkBytes);
      crossed = Math.min(crossed + rules.chunkBytes, total);
      lastArrival = Math.max(lastArrival, tMs + 1 + link.delayMs(index));
      arrivals.push({ end: crossed, atMs: lastArrival });
    }
  }
  throw new Error('the reference came to no end within an hour');
}

function playedBytes(source: SourceShape, positionS: number): number {
  const next = source.index.findIndex((point) => point.seconds > positionS);
  const [low, high] = [source.index[next - 1], source.index[next]];
  if (!low || !high) return next === -1 ? source.deliveredBytes : 0;
  const share = (positionS - low.seconds) / (high.seconds - low.seconds);
  return low.bytes + share * (high.bytes - low.bytes);
}
