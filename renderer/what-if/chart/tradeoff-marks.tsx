import { HALO, placeLabels } from '../../charts/labels';
import type { Plot } from '../../charts/plot';
import { secondsFigure } from '../../../model/figures';
import type { SweepPoint } from '../../../model/sweep/types';
import { say } from '../../ui/words';
import { axisUnit, valueNumber } from '../state/axis-words';
import type { Picture } from '../state/use-picture';

interface TradeoffMarksProps {
  picture: Picture;
  plot: Plot;
}

/** Over the curves: markers, direct labels, the chosen value with its two prices. */
export function TradeoffMarks({ picture, plot }: TradeoffMarksProps) {
  const { setup, points, at } = picture;
  const { range, chosen } = setup;
  const { scale } = plot.size;
  const x = plot.xInside;
  const y = (ms: number): number => plot.y(ms / 1000);
  const ticks = new Set(plot.xAxis.ticks);
  const marked = points.filter(({ value }) => ticks.has(value) && value !== chosen);
  return (
    <>
      {marked.map((point) => (
        <PointMarks key={point.value} point={point} x={x(point.value)} y={y} size={4} />
      ))}
      <EndLabels points={points} plot={plot} x={x} y={y} />
      <path
        d={`M${String(x(chosen))} ${String(plot.top)}V${String(plot.bottom)}`}
        stroke="var(--ink)"
        strokeWidth={1.5}
      />
      <ChosenNumber
        x={x(chosen)}
        y={plot.bottom + 4}
        word={valueNumber(axisUnit(range.axis, range.to), chosen)}
        scale={scale}
      />
      {at && <Chosen at={at} x={x(chosen)} y={y} plot={plot} />}
    </>
  );
}

interface PointMarksProps {
  point: SweepPoint;
  x: number;
  y: (ms: number) => number;
  size: number;
}

/** A circle for the startup delay, a square for the stall time: told apart without their colours. */
function PointMarks({ point, x, y, size }: PointMarksProps) {
  const { startupDelayMs, stallTotalMs, problem } = point;
  if (problem || !startupDelayMs) return null;
  const side = size * 1.72;
  return (
    <g stroke="var(--surface)" strokeWidth={size > 5 ? 2 : 1}>
      <circle cx={x} cy={y(startupDelayMs.mean)} r={size} fill="var(--buffer)" />
      <rect
        x={x - side / 2}
        y={y(stallTotalMs.mean) - side / 2}
        width={side}
        height={side}
        fill="var(--stalled)"
      />
    </g>
  );
}

interface EndLabelsProps {
  points: readonly SweepPoint[];
  plot: Plot;
  x: (value: number) => number;
  y: (ms: number) => number;
}

function EndLabels({ points, plot, x, y }: EndLabelsProps) {
  const end = points.findLast(({ problem, startupDelayMs }) => !problem && startupDelayMs);
  if (!end?.startupDelayMs) return null;
  const { scale } = plot.size;
  const size = 15 * scale;
  const wishes = [
    { key: 'delay', y: y(end.startupDelayMs.mean) },
    { key: 'stall', y: y(end.stallTotalMs.mean) - 5 * scale },
  ];
  const placed = placeLabels(wishes, size * 1.2, plot.top, plot.bottom);
  const left = x(end.value) + 10;
  return (
    <>
      <text
        x={left}
        y={(placed.get('delay') ?? 0) + size / 3}
        fontSize={size}
        style={{ ...HALO, fill: 'var(--buffer-ink)', fontWeight: 650 }}
      >
        {say('whatIf.startupLine')}
      </text>
      <text
        x={left}
        y={(placed.get('stall') ?? 0) + size / 3}
        fontSize={size}
        style={{ ...HALO, fill: 'var(--outage-ink)', fontWeight: 650 }}
      >
        {say('whatIf.stallLine')}
      </text>
    </>
  );
}

interface ChosenNumberProps {
  x: number;
  y: number;
  word: string;
  scale: number;
}

function ChosenNumber({ x, y, word, scale }: ChosenNumberProps) {
  const width = Math.max(30, word.length * 9 + 12) * scale;
  return (
    <>
      <rect
        x={x - width / 2}
        y={y}
        width={width}
        height={22 * scale}
        rx={2}
        fill="var(--ink)"
        data-part="chosen"
      />
      <text
        x={x}
        y={y + 16 * scale}
        fontSize={14 * scale}
        textAnchor="middle"
        style={{ fill: 'var(--surface)', fontWeight: 650 }}
      >
        {word}
      </text>
    </>
  );
}

interface ChosenProps {
  at: SweepPoint;
  x: number;
  y: (ms: number) => number;
  plot: Plot;
}

function Chosen({ at, x, y, plot }: ChosenProps) {
  const { startupDelayMs, stallTotalMs, problem } = at;
  if (problem || !startupDelayMs) return null;
  const { scale } = plot.size;
  const size = 18 * scale;
  // Near the right end the figures stand left of the line.
  const leftward = plot.right - x < 70 * scale && x - plot.left > 90 * scale;
  const side = leftward ? { x: x - 14, textAnchor: 'end' as const } : { x: x + 14 };
  const [delayY, stallY] = [y(startupDelayMs.mean), y(stallTotalMs.mean)];
  const delayBelow = delayY + size * 1.1 < plot.bottom - size && stallY - delayY > size * 2.4;
  const placed = placeLabels(
    [
      { key: 'delay', y: delayY + (delayBelow ? size * 0.8 : -size * 0.8) },
      { key: 'stall', y: stallY - size * 0.9 },
    ],
    size * 1.15,
    plot.top,
    plot.bottom - size * 0.5,
  );
  const bad = stallTotalMs.mean >= 50;
  return (
    <>
      <PointMarks point={at} x={x} y={y} size={7} />
      <text
        {...side}
        y={(placed.get('delay') ?? 0) + size / 3}
        fontSize={size}
        style={{ ...HALO, fill: 'var(--buffer-ink)', fontWeight: 650 }}
      >
        {secondsFigure(startupDelayMs.mean)}
      </text>
      <text
        {...side}
        y={(placed.get('stall') ?? 0) + size / 3}
        fontSize={size}
        style={{ ...HALO, fill: bad ? 'var(--outage-ink)' : 'var(--ink)', fontWeight: 650 }}
      >
        {secondsFigure(stallTotalMs.mean)}
      </text>
    </>
  );
}
