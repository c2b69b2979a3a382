import { say } from '../../ui/words';
import { openSteps, waitingSteps, type CountStep } from '../state/counts';
import { laneOf } from '../worker-board/endpoint-glyph';
import type { RequestSpan } from '../state/request-spans';
import { PlotFrame, type Plot } from './plot';
import { stepPath, timeWindow } from './time-window';

interface SeatsChartProps {
  passages: readonly RequestSpan[];
  /** 0 in async: then the number of open answers takes the place of the seats. */
  seats: number;
  nowMs: number;
}

/** Room for "seat 12" before the bars, px at 12 px words. */
const LEFT = 50;
/** Tallest and least row of a seat, and the tallest bar in it, px at 12 px words. */
const ROW = { most: 40, least: 11, bar: 20 };
/** Height of the queue's curve, px at 12 px words, and the most of the chart that it takes. */
const QUEUE = { px: 50, share: 0.3 };

/** Who had which seat when, as a bar for each client, and beneath it how many waited. */
export function SeatsChart({ passages, seats, nowMs }: SeatsChartProps) {
  const window = timeWindow(nowMs);
  const waiting = waitingSteps(passages);
  const open = openSteps(passages);
  const most = Math.max(seats, ...passages.map(({ seat, leftMs }) => lasting(seat, leftMs)));
  const gaps = { ...{ seats, seconds: (nowMs / 1000).toFixed(0) }, ...now(open, waiting) };
  return (
    <PlotFrame
      window={window}
      nowMs={nowMs}
      left={LEFT}
      label={say(seats > 0 ? 'server.charts.seatsLabel' : 'server.charts.openLabel', gaps)}
    >
      {(plot) => {
        const queueTop = plot.bottom - Math.min(QUEUE.px * plot.scale, QUEUE.share * plot.bottom);
        return (
          <>
            {seats > 0 ? (
              <Bars {...{ plot, passages, seats: most, nowMs, height: queueTop }} />
            ) : (
              <Counts
                {...{ plot, steps: open, nowMs, name: say('server.charts.openRow') }}
                top={14 * plot.scale}
                bottom={queueTop - 2}
              />
            )}
            <Counts
              {...{ plot, steps: waiting, nowMs, name: say('server.charts.queue') }}
              top={queueTop + 14 * plot.scale}
              bottom={plot.bottom}
            />
          </>
        );
      }}
    </PlotFrame>
  );
}

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
  /** Of all rows together, px. */
  height: number;
}

function Bars({ plot, passages, seats, nowMs, height }: BarsProps) {
  const { left, width, scale } = plot;
  const row = Math.min(ROW.most * scale, Math.max(ROW.least * scale, height / seats));
  const words = Math.min(12 * scale, row - 2);
  const bar = Math.min(ROW.bar * scale, row - 3);
  return (
    <>
      {Array.from({ length: seats }, (_, i) => (
        <g key={i}>
          <text x="0" y={(i + 1) * row - 2 - bar / 2 + words * 0.36} fontSize={words}>
            {say('server.charts.seat', { seat: i + 1 })}
          </text>
          <path d={`M${String(left)} ${String((i + 1) * row)}H${String(width)}`} className="grid" />
        </g>
      ))}
      {passages.map(({ client, endpoint, seat, seatFromMs, leftMs }) => {
        if (seat === null || seatFromMs === null || seat > seats) return null;
        const [from, to] = [plot.x(seatFromMs), plot.x(leftMs ?? nowMs)];
        const span = Math.max(3, to - from - 1);
        const y = seat * row - bar - 2;
        if (leftMs !== null && to <= left) return null;
        return (
          <g key={client} className="bar" data-lane={laneOf(endpoint)}>
            <rect className="wash" x={from} y={y} width={span} height={bar} />
            <rect x={from} y={y} width={Math.min(4, span)} height={bar} />
            {span > String(client).length * words * 0.6 + 14 && (
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
  top: number;
  bottom: number;
}

/** How many there were, as steps; the tallest says its number. */
function Counts({ plot, steps, nowMs, name, top, bottom }: CountsProps) {
  const { left, width, scale, x } = plot;
  const most = Math.max(0, ...steps.map(({ count }) => count));
  const y = (count: number): number => bottom - (count / Math.max(3, most)) * (bottom - top);
  const peak = steps.findLast(({ count }) => count === most);
  return (
    <g className="counts">
      <text x="0" y={bottom - 9 * scale} fontSize={12 * scale}>
        {name}
      </text>
      <path d={stepPath(steps, nowMs, x, y)} />
      <path d={`M${String(left)} ${String(bottom)}H${String(width)}`} className="floor" />
      {peak && most > 0 && (
        <text x={Math.max(left, x(peak.tMs))} y={y(most) - 3 * scale} fontSize={12 * scale}>
          {most}
        </text>
      )}
    </g>
  );
}
