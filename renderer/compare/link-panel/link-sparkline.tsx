import type { DownTime } from '../../../model/run/schema';
import { useId } from 'react';
import { rateFigure } from '../../../model/figures';
import { rateBand } from '../../link/rate-paths';
import { say } from '../../ui/words';
import type { RunView } from '../../../model/run/run-view';
import { rateAxis, timeAxis, type Axis, tickWord } from '../../charts/axes';
import { HatchDefs, type HatchIds } from '../../charts/hatch';
import { stepPath } from '../../link/link-curve';
import { NOTHING, sparkline, type Sparkline } from '../../link/sparkline';
import { momentOf } from '../../charts/run-moment';
import type { ChartSize } from '../../charts/time-chart';
import { useChartSize } from '../../charts/chart-panel';
import { useLinkSpec } from './use-link';

/** The rate of the link so far; before the start, paler, the one to come. */
export function LinkSpark({ run }: { run: RunView | null }) {
  const [ref, size] = useChartSize();
  return (
    <div className="chart-body" ref={ref}>
      {size && <Spark run={run} size={size} />}
    </div>
  );
}

function Spark({ run, size }: { run: RunView | null; size: ChartSize }) {
  const id = useId();
  const ids = { scheduled: `${id}s`, byHand: `${id}h` };
  const { outages, nowMs, untilMs } = momentOf(run);
  const time = timeAxis(untilMs / 1000);
  const unlimited = run?.plan.link.spec.kind === 'unlimited';
  const asked = useLinkSpec().rate;
  const nominal = run?.plan.link.spec.rate ?? asked;
  const line =
    run && !unlimited ? sparkline(run.plan.link, outages, nowMs, time.end, size.width) : NOTHING;
  const value = rateAxis(
    Math.max(Number.isFinite(nominal) ? nominal / 1e6 : 1, ...line.steps.map(({ rate }) => rate)),
  );
  const frame = { size, time, value, x: across(size, time), y: upward(size, value) };
  const isCut = outages.some(({ fromMs, toMs }) => nowMs >= fromMs && nowMs <= toMs && nowMs > 0);
  return (
    <svg
      className="spark"
      viewBox={`0 0 ${String(size.width)} ${String(size.height)}`}
      role="img"
      aria-label={sparkLabel(line, unlimited, isCut)}
    >
      <HatchDefs ids={ids} />
      <clipPath id={`${id}c`}>
        <rect x={0} y={0} width={size.width} height={frame.y(0) + 2} />
      </clipPath>
      <Outages outages={outages} ids={ids} {...frame} />
      <Ticks {...frame} wordless={unlimited} />
      {unlimited ? (
        <text x={frame.x(0) + 4} y={frame.y(value.end / 2) + 4} fontSize={12 * size.scale}>
          {say('link.noLimit')}
        </text>
      ) : (
        <g clipPath={`url(#${id}c)`}>
          <Curve line={line} isCut={isCut} {...frame} />
        </g>
      )}
    </svg>
  );
}

interface SparkFrame {
  size: ChartSize;
  time: Axis;
  value: Axis;
  x: (seconds: number) => number;
  y: (rate: number) => number;
}

const TOP = 8;
const across =
  ({ width, scale }: ChartSize, time: Axis) =>
  (seconds: number): number =>
    24 * scale + (seconds / time.end) * (width - 46 * scale);
const upward =
  ({ height, scale }: ChartSize, value: Axis) =>
  (rate: number): number => {
    const bottom = height - 18 * scale;
    return bottom - (rate / value.end) * (bottom - TOP);
  };

function Ticks({ size, time, value, x, y, wordless }: SparkFrame & { wordless: boolean }) {
  const words = 12 * size.scale;
  const tight = y(0) - y(value.end) < words * 2.2;
  const wordOf = (tick: number): string => {
    const hidden = wordless ? tick > 0 : tight && tick > 0 && tick < value.end;
    return hidden ? '' : tickWord(tick);
  };
  return (
    <g>
      {value.ticks.map((tick) => (
        <g key={tick}>
          <path
            d={`M${String(x(0))} ${String(y(tick))}H${String(x(time.end))}`}
            stroke="var(--line)"
          />
          <text x={x(0) - 6} y={y(tick) + 4} fontSize={words} textAnchor="end">
            {wordOf(tick)}
          </text>
        </g>
      ))}
      {time.ticks.map((tick) => (
        <text key={tick} x={x(tick)} y={size.height - 2} fontSize={words} textAnchor="middle">
          {tick === time.end ? `${String(tick)} s` : tick}
        </text>
      ))}
    </g>
  );
}

interface OutagesProps extends SparkFrame {
  outages: readonly DownTime[];
  ids: HatchIds;
}

function Outages({ outages, ids, time, value, x, y }: OutagesProps) {
  return outages.map(({ fromMs, toMs, byHand }) => {
    const left = x(fromMs / 1000);
    const width = Math.max(0, x(Math.min(time.end, toMs / 1000)) - left);
    const box = { x: left, y: y(value.end), width, height: y(0) - y(value.end) };
    const edge = byHand ? { stroke: 'var(--outage)', strokeDasharray: '4 3' } : {};
    return (
      <rect
        key={`${String(fromMs)} ${String(byHand)}`}
        {...box}
        {...edge}
        fill={`url(#${byHand ? ids.byHand : ids.scheduled})`}
      />
    );
  });
}

interface CurveProps extends SparkFrame {
  line: Sparkline;
  isCut: boolean;
}

function Curve({ line: { steps, columns, comes }, isCut, x, y }: CurveProps) {
  const last = steps.at(-1);
  if (!last) return null;
  const band = rateBand(
    columns,
    (ms) => x(ms / 1000),
    (rate) => Math.max(TOP, y(rate / 1e6)),
  );
  return (
    <>
      {columns.length > 0 && <path d={band} fill="var(--line)" opacity={comes ? 0.6 : 1} />}
      <path
        d={stepPath(steps, x, y)}
        fill="none"
        stroke={comes ? 'var(--line-strong)' : 'var(--ink)'}
        strokeWidth={comes ? 1.25 : 1.75}
        strokeDasharray={comes ? '3 3' : undefined}
      />
      {!comes && (
        <circle
          cx={x(last.t)}
          cy={y(last.rate)}
          r={4.5}
          fill={isCut ? 'var(--outage)' : 'var(--ink)'}
        />
      )}
    </>
  );
}

function sparkLabel({ steps, comes }: Sparkline, unlimited: boolean, isCut: boolean): string {
  const last = steps.at(-1);
  if (isCut) return say('link.curveDown');
  if (unlimited) return say('link.curveUnlimited');
  if (comes) return say('link.coming');
  if (!last) return say('link.curveEmpty');
  return say('link.curve', { rate: rateFigure(last.rate * 1e6) });
}
