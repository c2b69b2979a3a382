import { secondsFigure } from '../../../model/figures';
import type { CurvePoint } from '../../../model/scenario/types';
import { HALO } from '../../compare/dock/chart-marks';
import { placeLabels } from '../../compare/dock/labels';
import { say } from '../../ui/words';
import { across, down, type Plot } from '../chart/plot';
import { bytesAt, type Gap } from '../findings/gaps';

interface CurveMarksProps {
  plot: Plot;
  endS: number;
  endMb: number;
  stairs: readonly CurvePoint[];
  playing: readonly CurvePoint[];
  gaps: readonly Gap[];
  startMs: number;
  leastStartMs: number | null;
  /** What the curves do, in words. */
  state: string;
  crosses: boolean;
  /** What has arrived at the start. */
  here: string;
}

/** What playback needs, the gaps in red, and the start line: all that moves with a dragged start. */
export function CurveMarks(props: CurveMarksProps) {
  const { plot, endS, endMb, stairs, playing, gaps, startMs, leastStartMs, crosses } = props;
  const { width, height, scale } = plot.size;
  const x = (ms: number): number => across(plot, Math.min(1, ms / 1000 / endS));
  const y = (bytes: number): number => down(plot, bytes / 1e6, endMb);
  const size = 13 * scale;
  const start = x(startMs);
  const line = (points: readonly CurvePoint[]): string =>
    points
      .map(({ tMs, bytes }, i) => `${i ? 'L' : 'M'}${x(tMs).toFixed(1)} ${y(bytes).toFixed(1)}`)
      .join('');
  return (
    <svg className="tradeoff-layer" width={width} height={height} aria-hidden="true">
      {gaps.map(({ fromMs, area }) => (
        <path
          key={fromMs}
          d={`${line(area)}Z`}
          fill="var(--stalled)"
          stroke="var(--stalled)"
          data-part="gap"
        />
      ))}
      <path d={line(playing)} fill="none" stroke="var(--buffer)" strokeWidth={2.4} />
      {leastStartMs !== null && Math.abs(x(leastStartMs) - start) > 1 && (
        <path
          d={`M${String(x(leastStartMs))} ${String(plot.top)}V${String(plot.bottom)}`}
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
    </svg>
  );
}

function StartWords({
  plot,
  startMs,
  leastStartMs,
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
  const least =
    leastStartMs === null
      ? say('whatIf.curves.never')
      : say('whatIf.curves.leastStart', { time: secondsFigure(leastStartMs) });
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
      <tspan dx={size * 0.8}>{least}</tspan>
    </text>
  );
}

interface CurveNamesProps extends Omit<CurveMarksProps, 'x'> {
  x: (ms: number) => number;
  y: (bytes: number) => number;
  size: number;
}

/** The names of both curves where they end. */
function CurveNames({ plot, stairs, playing, x, y, size }: CurveNamesProps) {
  const arrived = stairs.at(-1);
  const needed = playing.at(-1);
  if (!arrived || !needed) return null;
  const ends = [
    { key: 'needed', x: x(needed.tMs), y: y(needed.bytes) + size * 0.5 },
    { key: 'arrived', x: x(arrived.tMs), y: y(arrived.bytes) },
  ];
  // Side by side when one ends well before the other; else one above the other at the right.
  const apart = Math.abs(x(needed.tMs) - x(arrived.tMs)) > size * 6;
  const placed = apart
    ? new Map(ends.map((end) => [end.key, end.y]))
    : placeLabels(ends, size * 1.2, plot.top, plot.bottom);
  const ink = { needed: 'var(--buffer-ink)', arrived: 'var(--ink-2)' } as const;
  return ends.map((end) => {
    const below = apart && end.key === 'arrived' && end.x < x(needed.tMs);
    return (
      <text
        key={end.key}
        x={below ? end.x - 6 : Math.max(end.x, apart ? 0 : x(needed.tMs)) + 10}
        y={(placed.get(end.key) ?? 0) + (below ? -size * 0.2 : size / 3)}
        fontSize={size}
        textAnchor={below ? 'end' : 'start'}
        style={{
          ...HALO,
          fill: ink[end.key === 'needed' ? 'needed' : 'arrived'],
          fontWeight: 650,
        }}
      >
        {say(`whatIf.curves.${end.key}`)}
      </text>
    );
  });
}
