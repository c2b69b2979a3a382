import type { DownTime } from '../../model/run/schema';
import { METHODS } from '../../model/delivery/types';
import type { RunView } from '../../model/run/run-view';
import type { ChartProps } from './time-chart';
import { lastMs } from './series';
import { kindOf } from '../../model/source/kinds';

/** The time axis of a long source begins with this much, ms. */
const FIRST_SPAN_MS = 40_000;

/** What the charts show of a run at the moment that the picture shows; empty axes while there is none. */
export function momentOf(run: RunView | null): ChartProps {
  if (!run) {
    const lanes = METHODS.map((method) => ({ method, samples: [] }));
    return { lanes, outages: [], nowMs: 0, untilMs: FIRST_SPAN_MS };
  }
  const lanes = run.lanes.map(({ log }) => log);
  const { media } = run.plan;
  const wholeMs = kindOf(media).endless ? Infinity : media.durationS * 1250;
  const first = Math.min(FIRST_SPAN_MS, wholeMs);
  return {
    lanes,
    outages: steady(run, run.outages()),
    nowMs: run.shownMs(),
    untilMs: Math.max(first, lastMs(lanes)),
    sourceMb: media.deliveredBytes / 1e6,
  };
}

const kept = new WeakMap<RunView, { key: string; outages: readonly DownTime[] }>();

/** The same array as long as the outages are the same, so that their hatches are not drawn again. */
function steady(run: RunView, outages: readonly DownTime[]): readonly DownTime[] {
  const key = JSON.stringify(outages);
  const before = kept.get(run);
  if (before?.key === key) return before.outages;
  kept.set(run, { key, outages });
  return outages;
}
