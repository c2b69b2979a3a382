import { formatRate, parseRate } from '../../units';
import { curveOfSegments, type RateSegment } from '../rate-curve';
import { formatSeconds, millisecondsOf, withContext, LinkSpecError } from './spec-options';
import type { RateCurve } from '../types';

/** Reads steps such as "0=1.3MB/s,10=0,15.5=800kB/s" (second=RATE); the last holds; throws LinkSpecError. */
export function parseSteps(text: string): RateCurve {
  const segments: RateSegment[] = [];
  for (const part of text.split(',').map((each) => each.trim())) {
    const [, seconds, rateText = ''] = /^(\d+(?:\.\d+)?)\s*=\s*(.+)$/.exec(part) ?? [];
    if (seconds === undefined) {
      throw new LinkSpecError(`Step "${part}": expected second=RATE, as in 10=1.3MB/s.`);
    }
    const fromMs = millisecondsOf(seconds);
    const before = segments.at(-1);
    if (!before && fromMs !== 0) {
      throw new LinkSpecError(`Step "${part}": expected the first step to begin at 0.`);
    }
    if (before && fromMs <= before.fromMs) {
      throw new LinkSpecError(
        `Step "${part}": expected to begin behind ${formatSeconds(before.fromMs)} s, where the one before it begins.`,
      );
    }
    const rate = rateText === '0' ? 0 : withContext(`Step "${part}"`, () => parseRate(rateText));
    segments.push({ fromMs, rate });
  }
  return curveOfSegments(segments);
}

/** Steps as parseSteps reads them, without the period. */
export function formatSteps({ fromMs, rate }: RateCurve): string {
  const parts: string[] = [];
  fromMs.forEach((ms, i) => {
    const each = rate[i] ?? 0;
    parts.push(`${formatSeconds(ms)}=${each === 0 ? '0' : formatRate(each).replace(' ', '')}`);
  });
  return parts.join(',');
}
