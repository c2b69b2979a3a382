import { secondsFigure } from '../../../model/figures';
import type { SweepPoint } from '../../../model/sweep/types';
import { valueAxis, ticksInSeconds } from '../../charts/axes';
import { HALO } from '../../charts/labels';
import { plotOf, type ChartSize, type PlacedPoint, type Plot } from '../../charts/plot';
import { PlotFrame } from '../../charts/plot-frame';
import { PlotLine } from '../../charts/plot-lines';
import { hueOf, inkOf, MARKER } from '../../ui/lane-style';
import { say } from '../../ui/words';
import { spreadWord } from '../state/axis-words';
import type { MethodPoint } from '../worker/messages';

const ROOM = { left: 54, right: 132, top: 12, bottom: 38 };

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
  const mostX = Math.max(...methods.map(({ startupDelayMs }) => startupDelayMs?.max ?? 0));
  const mostY = Math.max(...methods.map(({ stallTotalMs }) => stallTotalMs.max));
  const x = valueAxis(mostX / 1000, 1);
  const y = valueAxis(mostY / 1000, 1);
  const plot = plotOf(size, ROOM, x, y);
  const way = points.flatMap(({ startupDelayMs, stallTotalMs, problem }) =>
    problem || !startupDelayMs
      ? []
      : [{ t: startupDelayMs.mean / 1000, v: stallTotalMs.mean / 1000 }],
  );
  const figures = methods.map(({ method, startupDelayMs, stallTotalMs }) =>
    say('whatIf.methods.figure', {
      method: say(`lanes.methods.${method}`),
      delay: spreadWord(startupDelayMs),
      stall: secondsFigure(stallTotalMs.mean),
    }),
  );
  return (
    <PlotFrame
      plot={plot}
      label={say('whatIf.methods.label', { figures: `${figures.join('. ')}.` })}
      xWord={ticksInSeconds(x)}
      yWord={ticksInSeconds(y)}
      based
    >
      <PlotLine
        plot={plot}
        points={way}
        stroke="var(--buffer)"
        strokeOpacity={0.45}
        strokeWidth={2}
        strokeDasharray="2 4"
      />
      <Marks methods={methods} plot={plot} way={way} trail={trail} />
    </PlotFrame>
  );
}

interface MarksProps {
  methods: readonly MethodPoint[];
  plot: Plot;
  way: readonly PlacedPoint[];
  trail: string;
}

function Marks({ methods, plot, way, trail }: MarksProps) {
  const { height, scale } = plot.size;
  const px = (ms: number): number => plot.x(ms / 1000);
  const py = (ms: number): number => plot.y(ms / 1000);
  const size = 13 * scale;
  const last = way.at(-1);
  return (
    <>
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
        <text x={plot.x(last.t) + 8} y={plot.y(last.v) - 8} fontSize={12 * scale} style={HALO}>
          {trail}
        </text>
      )}
      {methods.map((point) => (
        <MethodMark key={point.method} point={point} px={px} py={py} plot={plot} size={size} />
      ))}
    </>
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
