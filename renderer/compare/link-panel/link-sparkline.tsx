import { rateFigure } from '../../../model/figures';
import { rateBand, stepPath } from '../../link/rate-paths';
import { say } from '../../ui/words';
import type { RunView } from '../../../model/run/run-view';
import { axisUntil, tickWord, timeAxis, ticksInSeconds } from '../../charts/axes';
import { HatchDefs, OutageAreas, useHatchIds } from '../../charts/outages';
import { plotOf, type ChartSize, type Plot } from '../../charts/plot';
import { InsidePlot, PlotFrame } from '../../charts/plot-frame';
import { NOTHING, sparkline, type Sparkline } from '../../link/sparkline';
import { momentOf } from '../../charts/run-moment';
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

const ROOM = { left: 24, right: 22, top: 8, bottom: 18 };
/** A plot lower than this, px at scale 1, has no room for a word between its lowest and its highest. */
const TIGHT = 26;

function Spark({ run, size }: { run: RunView | null; size: ChartSize }) {
  const ids = useHatchIds();
  const { outages, nowMs, untilMs } = momentOf(run);
  const time = timeAxis(untilMs / 1000);
  const unlimited = run?.plan.link.spec.kind === 'unlimited';
  const asked = useLinkSpec().rate;
  const nominal = run?.plan.link.spec.rate ?? asked;
  const line =
    run && !unlimited ? sparkline(run.plan.link, outages, nowMs, time.end, size.width) : NOTHING;
  const rates = line.steps.map(({ rate }) => rate);
  const value = axisUntil(Math.max(Number.isFinite(nominal) ? nominal / 1e6 : 1, ...rates), 2);
  const plot = plotOf(size, ROOM, time, value);
  const isCut = outages.some(({ fromMs, toMs }) => nowMs >= fromMs && nowMs <= toMs && nowMs > 0);
  const tight = plot.bottom - plot.top < TIGHT * size.scale;
  const rateWord = (tick: number): string => {
    const hidden = unlimited ? tick > 0 : tight && tick > 0 && tick < value.end;
    return hidden ? '' : tickWord(tick);
  };
  return (
    <PlotFrame
      plot={plot}
      label={sparkLabel(line, unlimited, isCut)}
      xWord={ticksInSeconds(time)}
      yWord={rateWord}
      ground={
        <>
          <HatchDefs ids={ids} />
          <OutageAreas outages={outages} plot={plot} ids={ids} />
        </>
      }
    >
      {unlimited ? (
        <text x={plot.left + 4} y={plot.y(value.end / 2) + 4} fontSize={12 * size.scale}>
          {say('link.noLimit')}
        </text>
      ) : (
        <Curve line={line} isCut={isCut} plot={plot} />
      )}
    </PlotFrame>
  );
}

interface CurveProps {
  line: Sparkline;
  isCut: boolean;
  plot: Plot;
}

function Curve({ line: { steps, columns, comes }, isCut, plot }: CurveProps) {
  const { x, y } = plot;
  const last = steps.at(-1);
  if (!last) return null;
  const band = rateBand(
    columns,
    (ms) => x(ms / 1000),
    (rate) => y(rate / 1e6),
  );
  return (
    <>
      <InsidePlot plot={plot}>
        {columns.length > 0 && <path d={band} fill="var(--line)" opacity={comes ? 0.6 : 1} />}
        <path
          d={stepPath(steps, x, y)}
          fill="none"
          stroke={comes ? 'var(--line-strong)' : 'var(--ink)'}
          strokeWidth={comes ? 1.25 : 1.75}
          strokeDasharray={comes ? '3 3' : undefined}
        />
      </InsidePlot>
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
