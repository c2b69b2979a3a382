import type { Sample } from '../../../model/run/schema';
import type { LiveSettings } from '../../../model/camera/types';
import { ROWS } from '../../apparatus/tile-scale';
import { shownDelayMs } from '../../../model/run/frame';

/** Columns of the tube of a camera's lane. */
export const LIVE_COLS = 2;

/** Seconds that one tile of such a tube stands for: the reserve is half of the tube, in every lane. */
export function liveTileS({ reserveS }: LiveSettings): number {
  return (2 * reserveS) / (ROWS * LIVE_COLS);
}

/** The bar under a camera's picture is at least so long: an outage of some seconds has to find room on it. */
const MIN_BAR_S = 20;

/** Seconds that this bar is long: what full buffer and the reserve put behind fits twice. */
export function barSpanS({ recordS, reserveS }: LiveSettings): number {
  return Math.max(MIN_BAR_S, 2 * recordS, 2 * reserveS);
}

/** The bar of a camera, in per cent: its right end is now, so the head stands as far from it as the picture is old. */
export function liveBar(
  sample: Pick<Sample, 'liveDelayMs' | 'state' | 'bufferedS'>,
  live: LiveSettings,
): { played: number; received: number } {
  const delayMs = shownDelayMs(sample);
  if (delayMs === null) return { played: 0, received: 0 };
  const share = (behindS: number): number =>
    100 * (1 - Math.min(1, Math.max(0, behindS) / barSpanS(live)));
  const behindS = delayMs / 1000;
  return { played: share(behindS), received: share(behindS - sample.bufferedS) };
}
