import { useMemo } from 'react';
import { Line } from 'recharts';
import { secondsFigure } from '../../../model/figures';
import type { SweepPoint } from '../../../model/scenario/types';
import { HALO } from '../../charts/chart-marks';
import { valueAxis, type Axis, tickWord } from '../../charts/axes';
import { hueOf, inkOf, MARKER } from '../../ui/lane-style';
import type { ChartSize } from '../../charts/time-chart';
import { say } from '../../ui/words';
import { across, down, plotOf, type Plot } from '../chart/plot';
import { PlotFrame, type PlotAxis } from '../chart/plot-frame';
import { spreadWord } from '../state/axis-words';
import type { MethodPoint } from '../worker/messages';

const ROOM = { left: 54, right: 132, top: 12, ticks: 22, below: 16 };

interface MethodsPlaneProps {
  methods: readonly MethodPoint[];
  /** Points of the sweep: the way of buffering over the plane. */
  points: readonly SweepPoint[];
  /** What the sweep goes along, in words. */
  trail: string;
  size: ChartSize;
}

/** Full buffer, buffering and streaming as three points on the plane of the two prices. */
export function MethodsPlane({ methods, points, trail, size }: MethodsPlaneProps) {
  const plot = useMemo(() => plotOf(size, ROOM), [size]);
  const mostX = Math.max(...methods.map(({ startupDelayMs }) => startupDelayMs?.max ?? 0));
  const mostY = Math.max(...methods.map(({ stallTotalMs }) => stallTotalMs.max));
  const x = valueAxis(mostX / 1000, 1);
  const y = valueAxis(mostY / 1000, 1);
  const way = points.flatMap(({ startupDelayMs, stallTotalMs, problem }) =>
    problem || !startupDelayMs
      ? []
      : [{ x: startupDelayMs.mean / 1000, v: stallTotalMs.mean / 1000 }],
  );
  const figures = methods.map(({ method, startupDelayMs, stallTotalMs }) =>
    say('whatIf.methods.figure', {
      method: say(`lanes.methods.${method}`),
      delay: spreadWord(startupDelayMs),
      stall: secondsFigure(stallTotalMs.mean),
    }),
  );
  return (
    <div
      className="tradeoff"
      role="img"
      aria-label={say('whatIf.methods.label', { figures: `${figures.join('. ')}.` })}
    >
      <div className="tradeoff-layer">
        <PlotFrame plot={plot} x={plotAxis(x)} y={plotAxis(y)} data={way}>
          <Line
            dataKey="v"
            stroke="var(--buffer)"
            strokeOpacity={0.45}
            strokeWidth={2}
            strokeDasharray="2 4"
            dot={false}
            activeDot={false}
            isAnimationActive={false}
            zIndex={0}
          />
        </PlotFrame>
      </div>
      <Marks methods={methods} plot={plot} x={x} y={y} way={way} trail={trail} />
    </div>
  );
}

const plotAxis = ({ end, ticks }: Axis): PlotAxis => ({
  from: 0,
  to: end,
  ticks,
  wordOf: (value) => (value === end ? `${tickWord(value)} s` : tickWord(value)),
});

interface MarksProps {
  methods: readonly MethodPoint[];
  plot: Plot;
  x: Axis;
  y: Axis;
  way: readonly { x: number; v: number }[];
  trail: string;
}

function Marks({ methods, plot, x, y, way, trail }: MarksProps) {
  const { width, height, scale } = plot.size;
  const px = (ms: number): number => across(plot, ms / 1000 / x.end);
  const py = (ms: number): number => down(plot, ms / 1000, y.end);
  const size = 13 * scale;
  const last = way.at(-1);
  return (
    <svg className="tradeoff-layer" width={width} height={height} aria-hidden="true">
      <text x={(plot.left + plot.right) / 2} y={height - 3} fontSize={size} textAnchor="middle">
        {say('whatIf.methods.x')}
      </text>
      <text
        transform={`translate(${String(14 * scale)} ${String((plot.top + plot.bottom) / 2)}) rotate(-90)`}
        fontSize={size}
        textAnchor="middle"
      >
        {say('whatIf.methods.y')}
      </text>
      {last && way.length > 1 && (
        <text
          x={across(plot, last.x / x.end) + 8}
          y={down(plot, last.v, y.end) - 8}
          fontSize={12 * scale}
          style={HALO}
        >
          {trail}
        </text>
      )}
      {methods.map((point) => (
        <MethodMark key={point.method} point={point} px={px} py={py} plot={plot} size={size} />
      ))}
    </svg>
  );
}

interface MethodMarkProps {
  point: MethodPoint;
  px: (ms: number) => number;
  py: (ms: number) => number;
  plot: Plot;
  size: number;
}

/** One method: its mean, its bars from least to most, its name and figures. */
function MethodMark({ point, px, py, plot, size }: MethodMarkProps) {
  const { method, startupDelayMs: delay, stallTotalMs: stall } = point;
  if (!delay) return null;
  const at = { x: px(delay.mean), y: py(stall.mean) };
  const leftward = at.x > plot.right - size * 4;
  const above = at.y > plot.bottom - size * 2.6;
  const dx = leftward ? 0 : size;
  const top = above ? at.y - size * 2.3 : at.y - size * 0.2;
  return (
    <g data-part={`method-${method}`}>
      <path
        d={`M${String(px(delay.min))} ${String(at.y)}H${String(px(delay.max))}M${String(at.x)} ${String(py(stall.min))}V${String(py(stall.max))}`}
        stroke={hueOf(method)}
        strokeWidth={2}
      />
      <path
        d={MARKER[method]}
        transform={`translate(${String(at.x)} ${String(at.y)}) scale(1.5)`}
        fill={hueOf(method)}
        stroke="var(--surface)"
      />
      <text
        x={at.x + dx}
        y={top}
        fontSize={size}
        textAnchor={leftward ? 'middle' : 'start'}
        style={{ ...HALO, fill: inkOf(method), fontWeight: 650 }}
      >
        {say(`lanes.methods.${method}`)}
        <tspan x={at.x + dx} dy={size * 1.2} style={{ fontWeight: 400 }}>
          {`${secondsFigure(delay.mean)}, ${secondsFigure(stall.mean)}`}
        </tspan>
      </text>
    </g>
  );
}
