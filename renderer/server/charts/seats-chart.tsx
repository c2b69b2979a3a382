import { fixedFigure } from '../../../model/figures';
import { rowsAxis, withoutTicks } from '../../charts/axes';
import { plotOf, type ChartSize, type Plot } from '../../charts/plot';
import { ChartSurface, PlotAxes } from '../../charts/plot-frame';
import { say } from '../../ui/words';
import { openSteps, waitingSteps, type CountStep } from '../state/counts';
import { laneOf } from '../../services/endpoint-glyph';
import type { RequestSpan } from '../state/request-spans';
import { NowLine } from './now-line';
import { countArea, timeWindow } from './time-window';

interface SeatsChartProps {
  size: ChartSize;
  passages: readonly RequestSpan[];
  /** 0 in async: then the number of open answers takes the place of the seats. */
  seats: number;
  nowMs: number;
}

const ROOM = { left: 50, right: 14, top: 0, bottom: 22 };
/** Tallest and least row of a seat, the tallest bar in it, and its least words, px at 12 px words. */
const ROW = { most: 40, least: 5, bar: 20, words: 9 };
/** Height of the queue's curve, px at 12 px words, and the most of the chart that it takes. */
const QUEUE = { px: 50, share: 0.3 };

/** Who had which seat when, as a bar for each client, and beneath it how many waited. */
export function SeatsChart({ size, passages, seats, nowMs }: SeatsChartProps) {
  const waiting = waitingSteps(passages);
  const open = openSteps(passages);
  const most = Math.max(seats, ...passages.map(({ seat, leftMs }) => lasting(seat, leftMs)));
  const values = { ...{ seats, seconds: fixedFigure(nowMs / 1000, 0) }, ...now(open, waiting) };
  const time = timeWindow(nowMs);
  const height = size.height / size.scale;
  const foot = height - ROOM.bottom;
  const queueTop = foot - Math.min(QUEUE.px, QUEUE.share * foot);
  const upper = { ...ROOM, bottom: height - queueTop };
  const queue = plotOf(size, { ...ROOM, top: queueTop + NAME }, time, countAxis(waiting));
  return (
    <ChartSurface
      size={size}
      label={say(seats > 0 ? 'server.charts.seatsLabel' : 'server.charts.openLabel', values)}
      plots={[queue]}
    >
      {seats > 0 ? (
        <Bars
          plot={plotOf(size, upper, withoutTicks(time), rowsAxis(most))}
          {...{ passages, seats: most, nowMs }}
        />
      ) : (
        <Counts
          plot={plotOf(
            size,
            { ...upper, top: NAME, bottom: upper.bottom + 2 },
            time,
            countAxis(open),
          )}
          {...{ steps: open, nowMs, name: say('server.charts.openRow') }}
        />
      )}
      <Counts plot={queue} {...{ steps: waiting, nowMs, name: say('server.charts.queue') }} />
      <PlotAxes plot={queue} />
      <NowLine plot={queue} nowMs={nowMs} />
    </ChartSurface>
  );
}

/** Room over counts for the number of the tallest, px at 12 px words. */
const NAME = 14;

const mostOf = (steps: readonly CountStep[]): number =>
  Math.max(0, ...steps.map(({ count }) => count));
/** Rows of people, at least three: one who waits is no wall. */
const countAxis = (steps: readonly CountStep[]) => rowsAxis(Math.max(3, mostOf(steps)));

/** A seat that was given up while it was taken is shown until it is left. */
const lasting = (seat: number | null, leftMs: number | null): number =>
  leftMs === null ? (seat ?? 0) : 0;

const now = (open: readonly CountStep[], waiting: readonly CountStep[]) => ({
  taken: open.at(-1)?.count ?? 0,
  open: open.at(-1)?.count ?? 0,
  waiting: waiting.at(-1)?.count ?? 0,
});

interface BarsProps {
  plot: Plot;
  passages: readonly RequestSpan[];
  seats: number;
  nowMs: number;
}

function Bars({ plot, passages, seats, nowMs }: BarsProps) {
  const { left, bottom, xInside } = plot;
  const { width, scale } = plot.size;
  const row = Math.min(ROW.most * scale, Math.max(ROW.least * scale, bottom / seats));
  const words = Math.min(12 * scale, Math.max(ROW.words * scale, row - 2));
  const bar = Math.min(ROW.bar * scale, row - 3);
  // Of rows that are lower than words every second is named, or every third.
  const named = Math.ceil(words / row);
  return (
    <>
      {Array.from({ length: seats }, (_, i) => (
        <g key={i}>
          {i % named === 0 && (
            <text x="0" y={(i + 1) * row - 2 - bar / 2 + words * 0.36} fontSize={words}>
              {say('server.charts.seat', { seat: i + 1 })}
            </text>
          )}
          <path d={`M${String(left)} ${String((i + 1) * row)}H${String(width)}`} className="grid" />
        </g>
      ))}
      {passages.map(({ client, endpoint, seat, seatFromMs, leftMs }) => {
        if (seat === null || seatFromMs === null || seat > seats) return null;
        const [from, to] = [xInside(seatFromMs / 1000), xInside((leftMs ?? nowMs) / 1000)];
        const span = Math.max(3, to - from - 1);
        const y = seat * row - bar - 2;
        if (leftMs !== null && to <= left) return null;
        return (
          <g key={client} className="bar" data-lane={laneOf(endpoint)}>
            <rect className="wash" x={from} y={y} width={span} height={bar} />
            <rect x={from} y={y} width={Math.min(4, span)} height={bar} />
            {named === 1 && span > String(client).length * words * 0.6 + 14 && (
              <text x={from + 10} y={y + bar / 2 + words * 0.36} fontSize={words}>
                {client}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

interface CountsProps {
  plot: Plot;
  steps: readonly CountStep[];
  nowMs: number;
  name: string;
}

/** How many there were, as steps; the tallest says its number. */
function Counts({ plot, steps, nowMs, name }: CountsProps) {
  const { left, bottom, xInside, y } = plot;
  const { width, scale } = plot.size;
  const most = mostOf(steps);
  const peak = steps.findLast(({ count }) => count === most);
  return (
    <g className="counts">
      <text x="0" y={bottom - 9 * scale} fontSize={12 * scale}>
        {name}
      </text>
      <path d={countArea(plot, steps, nowMs)} />
      <path d={`M${String(left)} ${String(bottom)}H${String(width)}`} className="floor" />
      {peak && most > 0 && (
        <text x={xInside(peak.tMs / 1000)} y={y(most) - 3 * scale} fontSize={12 * scale}>
          {most}
        </text>
      )}
    </g>
  );
}
