import { memo } from 'react';
import { MIN_OUTAGE_MS } from '../../model/link/link';
import type { Outage, RateCurve } from '../../model/link/types';
import type { RateColumn } from '../link/rate-columns';
import { rateBand, rateLine, stepPath } from '../link/rate-paths';
import { silentStretches } from './draft-curve';
import { stepEnd, type Draft } from './draft';
import { lengthOf, type LinkDocument } from './document';
import type { PlotScale } from './plot-scale';

interface PlotCurveProps {
  page: LinkDocument;
  curve: RateCurve;
  /** Of a long curve, what its view is drawn from; null for a draft. */
  columns: readonly RateColumn[] | null;
  scale: PlotScale;
  hatch: string;
}

/** The rate itself: exact steps, or of a long curve the mean with the lowest and the highest around it. */
export const PlotCurve = memo(function PlotCurve({
  page,
  curve,
  columns,
  scale,
  hatch,
}: PlotCurveProps) {
  const { x, y, top, bottom } = scale;
  const lengthMs = lengthOf(page);
  if (columns) {
    return (
      <g>
        {shownSilences(curve, scale).map(({ fromMs, toMs }) => (
          <rect
            key={fromMs}
            x={x(fromMs)}
            y={top}
            width={x(toMs) - x(fromMs)}
            height={bottom - top}
            fill={`url(#${hatch})`}
          />
        ))}
        <path d={rateBand(columns, x, (rate) => Math.max(top, y(rate)))} className="link-band" />
        <path d={rateLine(columns, x, y)} className="link-line" />
      </g>
    );
  }
  const base = page.draft?.steps.map(({ fromMs, rate }) => ({
    t: fromMs / 1000,
    rate: rate / 1e6,
  }));
  const steps = Array.from(curve.fromMs, (ms, i) => ({
    t: ms / 1000,
    rate: (curve.rate[i] ?? 0) / 1e6,
  }));
  const ended = (line: { t: number; rate: number }[]) => [
    ...line,
    { t: lengthMs / 1000, rate: line.at(-1)?.rate ?? 0 },
  ];
  return (
    <g>
      {silentSteps(page.draft).map(({ fromMs, toMs }) => (
        <rect
          key={fromMs}
          x={x(fromMs)}
          y={top}
          width={Math.max(0.5, x(toMs) - x(fromMs))}
          height={bottom - top}
          fill={`url(#${hatch})`}
        />
      ))}
      {base && (
        <path d={stepPath(ended(base), scale.plot.x, scale.plot.y)} className="link-under" />
      )}
      <path d={stepPath(ended(steps), scale.plot.x, scale.plot.y)} className="link-line" />
    </g>
  );
});

/** Steps at zero carry nothing either, and are hatched as outages are. */
function silentSteps(draft: Draft | null): Outage[] {
  return (draft?.steps ?? []).flatMap(({ fromMs, rate }, i) =>
    draft && rate === 0 ? [{ fromMs, toMs: stepEnd(draft, i) }] : [],
  );
}

/** The outages of a long curve that can be seen in the view: at least half a px wide. */
function shownSilences(curve: RateCurve, { view, x }: PlotScale): Outage[] {
  return silentStretches(curve, view.toMs, MIN_OUTAGE_MS).filter(
    ({ fromMs, toMs }) => toMs > view.fromMs && x(toMs) - x(fromMs) >= 0.5,
  );
}
