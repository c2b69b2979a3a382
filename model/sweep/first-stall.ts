import { STALL_BELOW_S } from '../delivery/player-machine';
import type { Link } from '../link/types';
import { bytesAt } from '../media/index-map';
import { playableSecondsOf, ruleSource } from '../media/source';
import { kindOf } from '../source/kinds';
import { SimulatedLane } from '../run/simulated-lane';
import { FiguresRecorder } from './figures-recorder';
import type { Scenario } from './types';

/** Where a run stalled first: from `freeSinceMs` to `atMs` nothing but the link limited sending. */
export interface FirstStall {
  atMs: number;
  freeSinceMs: number;
}

class UntilFirstStall extends FiguresRecorder {
  get done(): boolean {
    return this.figures.stallCount > 0;
  }
}

/** Runs buffering up to its first stall; null when it plays to its end without one. */
export function firstStall(
  { settings, media }: Pick<Scenario, 'settings' | 'media'>,
  link: Link,
): FirstStall | null {
  const recorder = new UntilFirstStall();
  const lane = new SimulatedLane({
    ...{ method: 'buffering', settings, media, link, recorder },
    ...{ sampleEveryMs: Infinity, words: null },
  });
  lane.run(Infinity);
  const { endedMs } = recorder.figures;
  return endedMs === null ? { atMs: lane.nowMs, freeSinceMs: lane.freeSinceMs } : null;
}

/** Under a byte, and a microsecond in seconds: what rounding may take from a bound. */
const BYTE = 1;
const MOMENT_S = 1e-6;

/**
 * Whether a run that starts at startMs stalls there, too, for certain. At `freeSinceMs` it cannot have
 * sent more than may be held ahead of its own playhead, and since then not more than the link carries;
 * if that does not last until `atMs`, no run is needed to know it.
 */
export function stallsAgain(
  stall: FirstStall,
  startMs: number,
  { settings, media }: Pick<Scenario, 'settings' | 'media'>,
  link: Link,
): boolean {
  if (startMs >= stall.atMs) return false;
  const { maxBufferBytes, chunkBytes } = kindOf(media).rules(
    'buffering',
    settings,
    ruleSource(media),
  );
  const playedS = Math.max(0, stall.freeSinceMs - startMs) / 1000;
  const mostBytes =
    bytesAt(media.index, playedS) +
    maxBufferBytes +
    link.capacity(stall.freeSinceMs, stall.atMs - link.spec.latencyMs) +
    BYTE;
  if (mostBytes >= media.deliveredBytes) return false;
  const received = Math.floor(mostBytes / chunkBytes) * chunkBytes;
  const aheadS = playableSecondsOf(media, received) - (stall.atMs - startMs) / 1000;
  return aheadS < STALL_BELOW_S - MOMENT_S;
}
