import { secondsFigure } from '../../../model/figures';
import type { CurvePoint } from '../../../model/sweep/types';
import { HALO, placeLabels } from '../../charts/labels';
import { linePath, type Plot } from '../../charts/plot';
import { say } from '../../ui/words';
import { bytesAt, type Underrun } from '../findings/underruns';
import type { MinimumStart } from '../worker/curves';

interface CurveMarksProps {
  plot: Plot;
  stairs: readonly CurvePoint[];
  playing: readonly CurvePoint[];
  gaps: readonly Underrun[];
  startMs: number;
  least: MinimumStart | null;
  /** What the curves do, in words. */
  state: string;
  crosses: boolean;
  /** What has arrived at the start. */
  here: string;
}

/** What playback needs, the gaps in red, and the start line: all that moves with a dragged start. */
export function CurveMarks(props: CurveMarksProps) {
  const { plot, stairs, playing, gaps, startMs, least, crosses } = props;
  const leastMs = least?.startMs ?? null;
  const x = (ms: number): number => plot.xInside(ms / 1000);
  const y = (bytes: number): number => plot.y(bytes / 1e6);
  const size = 13 * plot.size.scale;
  const start = x(startMs);
  const line = (points: readonly CurvePoint[]): string =>
    linePath(
      plot,
      points
        .filter(({ tMs }) => tMs <= plot.xAxis.end * 1000)
        .map(({ tMs, bytes }) => ({ t: tMs / 1000, v: bytes / 1e6 })),
    );
  return (
    <>
      {gaps.map(({ fromMs, area }) => (
        <path
          key={fromMs}
          d={`${line(area)}Z`}
          fill="var(--stalled)"
          stroke="var(--stalled)"
          data-part="gap"
        />
      ))}
      {gaps.map(({ fromMs, toMs }) => (
        <rect
          key={fromMs}
          x={x(fromMs)}
          y={plot.top}
          width={Math.max(1.5, x(toMs) - x(fromMs))}
          height={plot.bottom - plot.top}
          fill="var(--stalled)"
          opacity={0.16}
        />
      ))}
      <path d={line(playing)} fill="none" stroke="var(--buffer)" strokeWidth={2.4} />
      {least && !crosses && (
        <circle
          cx={x(least.touch.tMs)}
          cy={y(least.touch.bytes)}
          r={6}
          fill="none"
          stroke="var(--ink)"
          strokeWidth={1.5}
          data-part="touch"
        />
      )}
      {leastMs !== null && Math.abs(x(leastMs) - start) > 1 && (
        <path
          d={`M${String(x(leastMs))} ${String(plot.top)}V${String(plot.bottom)}`}
          stroke="var(--ink-3)"
          strokeDasharray="2 3"
        />
      )}
      <path
        d={`M${String(start)} ${String(plot.top)}V${String(plot.bottom)}`}
        stroke="var(--ink)"
        strokeWidth={1.5}
      />
      <circle
        cx={start}
        cy={y(bytesAt(stairs, startMs, 'after'))}
        r={5}
        fill="var(--buffer)"
        stroke="var(--surface)"
        strokeWidth={2}
      />
      <StartWords {...props} x={start} size={size} />
      <CurveNames {...props} x={x} y={y} size={size} />
      <rect
        x={start - 7}
        y={plot.bottom - 7}
        width={14}
        height={14}
        rx={7}
        fill="var(--surface)"
        stroke="var(--ink)"
        strokeWidth={3}
        data-part={crosses ? 'crosses' : 'touches'}
      />
    </>
  );
}

function StartWords({
  plot,
  startMs,
  least,
  state,
  crosses,
  here,
  x,
  size,
}: CurveMarksProps & { x: number; size: number }) {
  const parts = [
    { word: say('whatIf.curves.start', { time: secondsFigure(startMs) }), strong: true },
    { word: say('whatIf.curves.received', { bytes: here }), strong: false },
  ];
  const leastWord =
    least === null
      ? say('whatIf.curves.never')
      : say('whatIf.curves.leastStart', { time: secondsFigure(least.startMs) });
  return (
    <text x={Math.max(plot.left, x - 4)} y={plot.top - size * 0.55} fontSize={size}>
      {parts.map(({ word, strong }) => (
        <tspan
          key={word}
          style={{ fill: strong ? 'var(--ink)' : 'var(--ink-2)', fontWeight: strong ? 650 : 400 }}
        >
          {word}
          <tspan dx={size * 0.6}>{'\u200b'}</tspan>
        </tspan>
      ))}
      <tspan
        style={{ fill: crosses ? 'var(--outage-ink)' : 'var(--ink)', fontWeight: 650 }}
        data-part="state"
      >
        {state}
      </tspan>
      <tspan dx={size * 0.8}>{leastWord}</tspan>
    </text>
  );
}

interface CurveNamesProps extends Omit<CurveMarksProps, 'x'> {
  x: (ms: number) => number;
  y: (bytes: number) => number;
  size: number;
}

/** The names of both curves where they leave the picture, or end in it. */
function CurveNames({ plot, stairs, playing, x, y, size }: CurveNamesProps) {
  const endOf = (curve: readonly CurvePoint[]): { x: number; y: number } => {
    const tMs = Math.min(plot.xAxis.end * 1000, curve.at(-1)?.tMs ?? 0);
    return { x: x(tMs), y: y(bytesAt(curve, tMs, 'after')) };
  };
  const arrived = endOf(stairs);
  const needed = endOf(playing);
  // A curve that ends well before the edge is named there; the others at the right, one above the other.
  const early = arrived.x < plot.right - size * 6;
  const wishes = [
    { key: 'needed', y: needed.y },
    ...(early ? [] : [{ key: 'arrived', y: arrived.y - 1 }]),
  ];
  const placed = placeLabels(wishes, size * 1.25, plot.top, plot.bottom);
  const halo = { ...HALO, fontWeight: 650 };
  return (
    <>
      <text
        x={needed.x + 10}
        y={(placed.get('needed') ?? 0) + size / 3}
        fontSize={size}
        style={{ ...halo, fill: 'var(--buffer-ink)' }}
      >
        {say('whatIf.curves.needed')}
      </text>
      <text
        x={early ? arrived.x - 6 : arrived.x + 10}
        y={early ? arrived.y - 4 : (placed.get('arrived') ?? 0) + size / 3}
        fontSize={size}
        textAnchor={early ? 'end' : 'start'}
        style={{ ...halo, fill: 'var(--ink-2)' }}
      >
        {say('whatIf.curves.arrived')}
      </text>
    </>
  );
}
