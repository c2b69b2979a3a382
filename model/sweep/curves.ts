import type { SourceShape } from '../media/types';
import { arrivalMs } from '../link/pipe';
import type { Link } from '../link/types';
import type { CurvePoint, Scenario } from './types';

/** When each whole chunk of a source arrives over a link that nothing but itself holds back. */
export function* freeArrivals(
  { settings, media }: Pick<Scenario, 'settings' | 'media'>,
  link: Link,
): Generator<CurvePoint> {
  let tMs = 0;
  for (let i = 0, bytes = 0; bytes < media.deliveredBytes; i++) {
    bytes = Math.min(bytes + settings.chunkBytes, media.deliveredBytes);
    tMs = arrivalMs(link, i, link.timeToCarry(0, bytes), tMs);
    yield { tMs, bytes };
  }
}

/**
 * What the link could deliver up to untilMs if nothing held it back: a staircase, for only whole
 * chunks count. Each point is the moment at which a chunk has arrived; the last one is untilMs
 * itself unless all has arrived before.
 */
export function arrivalCurve(
  scenario: Pick<Scenario, 'settings' | 'media'>,
  link: Link,
  untilMs: number,
): CurvePoint[] {
  const points: CurvePoint[] = [{ tMs: 0, bytes: 0 }];
  let bytes = 0;
  for (const point of freeArrivals(scenario, link)) {
    if (point.tMs > untilMs) {
      points.push({ tMs: untilMs, bytes });
      break;
    }
    points.push(point);
    bytes = point.bytes;
  }
  return points;
}

/** What playback consumes when it starts at startMs and never stands: linear between its points. */
export function consumptionCurve(media: SourceShape, startMs: number): CurvePoint[] {
  return media.index.map(({ bytes, seconds }) => ({ tMs: startMs + seconds * 1000, bytes }));
}
