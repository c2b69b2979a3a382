import { secondsFigure, sizeFigure } from '../../model/figures';
import { say } from '../ui/words';
import { HALO } from './labels';
import { px, type Plot } from './plot';
import type { ChartLane } from './series';

const MB = 1e6;

/** The cap on the process of a lane that does not wait, MB; null where no lane has one. */
export function capMb(lanes: readonly ChartLane[]): number | null {
  const caps = lanes.flatMap(({ memory }) => memory?.capBytes ?? []);
  return caps.length === 0 ? null : Math.max(...caps) / MB;
}

/** One line through all pictures, at one height: the memory at which a process is stopped. */
export function CapLine({ plots, cap }: { plots: readonly Plot[]; cap: number }) {
  const [first, last] = [plots[0], plots.at(-1)];
  if (!first || !last) return null;
  const { scale } = first.size;
  const y = px(first.y(cap));
  return (
    <>
      <path
        d={`M${px(first.left - 6 * scale)} ${y}H${px(last.right)}`}
        stroke="var(--ink)"
        strokeWidth={3}
      />
      <text
        x={last.right}
        y={first.y(cap) - 6 * scale}
        fontSize={14 * scale}
        textAnchor="end"
        style={{ ...HALO, fill: 'var(--ink)', fontWeight: 650 }}
      >
        {say('backpressure.chart.cap', { cap: sizeFigure(cap * MB) })}
      </text>
    </>
  );
}

/** When a lane was stopped at its cap, ms; null for a lane that was not by then. */
export function stoppedMs({ error, events }: ChartLane, nowMs: number): number | null {
  if (error?.code !== 'memory-cap') return null;
  const tMs = events?.findLast(({ kind }) => kind === 'error')?.tMs ?? Infinity;
  return tMs <= nowMs ? tMs : null;
}

/** Where a process came to its cap: a cross on that line, and the moment. */
export function StoppedMark({ plot, cap, tMs }: { plot: Plot; cap: number; tMs: number }) {
  const { scale } = plot.size;
  const x = plot.xInside(tMs / 1000);
  const y = plot.y(cap);
  const arm = 6 * scale;
  const right = x > (plot.left + plot.right) / 2;
  return (
    <>
      <path d={`M${px(x)} ${px(y)}V${px(plot.bottom)}`} stroke="var(--stalled)" strokeWidth={2.5} />
      <path
        d={`M${px(x - arm)} ${px(y - arm)}l${px(2 * arm)} ${px(2 * arm)}m0 ${px(-2 * arm)}l${px(-2 * arm)} ${px(2 * arm)}`}
        stroke="var(--stalled)"
        strokeWidth={4}
      />
      <text
        x={x + (right ? -10 : 10) * scale}
        y={y + 22 * scale}
        fontSize={14 * scale}
        textAnchor={right ? 'end' : 'start'}
        style={{ ...HALO, fill: 'var(--outage-ink)', fontWeight: 650 }}
      >
        {say('backpressure.chart.stopped', { seconds: secondsFigure(tMs) })}
      </text>
    </>
  );
}
