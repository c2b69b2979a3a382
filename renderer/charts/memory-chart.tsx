import { growthFigure, sizeFigure } from '../../model/figures';
import { memoryAt } from '../../model/run/figures-at';
import { hueOf, inkOf, MARKER } from '../ui/lane-style';
import { say } from '../ui/words';
import { axisOver, timeAxis, valueAxis, withoutTicks, type Axis, ticksInSeconds } from './axes';
import { HALO } from './labels';
import { HatchDefs, OutageAreas, useHatchIds } from './outages';
import { capMb, CapLine, StoppedMark, stoppedMs } from './memory-cap';
import { linePath, plotOf, px, type ChartSize, type Plot } from './plot';
import { ChartSurface, PlotAxes } from './plot-frame';
import type { ReadingRow } from './reading';
import { inOrder, linePoints, mostValue, type ChartLane, type LinePoint } from './series';
import { chartLabel, DEFAULT_SIZE, type ChartProps } from './time-chart';

/** The value axis starts with room for a reader process that holds little, MB. */
const FLOOR_MB = 80;
/** Room around the pictures and between two of them, px at scale 1. */
const ROOM = { left: 34, top: 24, bottom: 20, between: 18, right: 2 };
/** Half of the strong line: ink on it is over 7:1 in both themes. */
const GROUND = 'color-mix(in srgb, var(--line-strong) 50%, var(--surface))';
/** A growth of this height, px at scale 1, has room for its figure; a lower one has it above. */
const FIGURE_ROOM = 30;
/** And of this width, for it grows with what is drawn. */
const FIGURE_WIDTH = 44;
/** The most that a growth's figure is high, and the narrowest picture that says "at rest", px at scale 1. */
const FIGURE_MAX = 24;
const WORD_WIDTH = 118;
/** A narrower picture has no tick in its middle, and its name is written narrow; px at scale 1. */
const NARROW = 90;
/** A cap has room above it for its name. */
const CAP_HEADROOM = 1.1;
const MB = 1e6;

/**
 * The measured memory of each lane's reader process, one picture a lane on one scale: its rest is grey ground, what
 * it took beyond that stands on it in the lane's hue. A growth is never enlarged: the line that bounds it is 3 px.
 */
export function MemoryChart(props: ChartProps) {
  const { outages, nowMs, untilMs, scale = 1 } = props;
  const { width = DEFAULT_SIZE.width, height = DEFAULT_SIZE.height } = props;
  const ids = useHatchIds();
  const lanes = inOrder(props.lanes);
  const rests = lanes.map((lane) => restMb(lane));
  const cap = capMb(lanes);
  const most = Math.max(mostValue(lanes, 'rssBytes'), ...rests, (cap ?? 0) * CAP_HEADROOM);
  const value = valueAxis(most, FLOOR_MB);
  const plots = picturesOf({ width, height, scale }, lanes.length, timeAxis(untilMs / 1000), value);
  const words = lanes.map((lane) => growthOf(lane, nowMs));
  const marks = lanes.map(({ method }, i) => {
    const word = words[i] ?? null;
    return { method, end: word === null ? null : 0, word: word ?? '' };
  });
  const rowsAt = (seconds: number): ReadingRow[] =>
    lanes.flatMap((lane) => {
      const word = growthOf(lane, seconds * 1000);
      return word === null ? [] : [{ method: lane.method, word }];
    });
  const past = outages
    .filter(({ fromMs }) => fromMs < nowMs)
    .map((outage) => ({ ...outage, toMs: Math.min(outage.toMs, nowMs) }));
  return (
    <ChartSurface
      size={{ width, height, scale }}
      label={chartLabel(say('dock.memoryOver'), 'MB', nowMs, marks)}
      plots={plots}
      rowsAt={rowsAt}
    >
      <HatchDefs ids={ids} />
      {plots[0] && (
        <PlotAxes plot={{ ...plots[0], xAxis: withoutTicks(plots[0].xAxis) }} gridTo={width} />
      )}
      {lanes.map((lane, i) => {
        const plot = plots[i];
        return (
          plot && (
            <g key={lane.method}>
              <OutageAreas outages={past} plot={plot} ids={ids} />
              <LanePicture lane={lane} plot={plot} nowMs={nowMs} cap={cap} />
            </g>
          )
        );
      })}
      {cap !== null && <CapLine plots={plots} cap={cap} />}
      {lanes.map((lane, i) => {
        const [plot, tMs] = [plots[i], stoppedMs(lane, nowMs)];
        return (
          cap !== null &&
          tMs !== null &&
          plot && <StoppedMark key={lane.method} plot={plot} cap={cap} tMs={tMs} />
        );
      })}
    </ChartSurface>
  );
}

/** So many plots side by side that share their axes. */
function picturesOf(size: ChartSize, count: number, time: Axis, value: Axis): Plot[] {
  const whole = size.width / size.scale;
  const pitch = (whole - ROOM.left - ROOM.right + ROOM.between) / Math.max(1, count);
  return Array.from({ length: count }, (_, i) => {
    const left = ROOM.left + i * pitch;
    const right = whole - left - pitch + ROOM.between;
    return plotOf(size, { ...ROOM, left, right }, time, value);
  });
}

const restMb = ({ memory }: ChartLane): number => (memory?.baselineRssBytes ?? 0) / MB;

/** "+98 MB (206 MB in all)" at a moment; null while nothing is known. */
function growthOf({ samples, memory }: ChartLane, tMs: number): string | null {
  const at = memory ? memoryAt({ samples, memory }, tMs) : null;
  if (!at) return null;
  const gaps = { over: growthFigure(at.overBytes), whole: sizeFigure(at.wholeBytes) };
  return say('dock.memoryRead', gaps);
}

interface LanePictureProps {
  lane: ChartLane;
  plot: Plot;
  nowMs: number;
  /** MB; null where no lane has a cap. */
  cap: number | null;
}

function LanePicture({ lane, plot, nowMs, cap }: LanePictureProps) {
  const { left, right, top, bottom, xAxis, yAxis, x, xInside } = plot;
  const { scale } = plot.size;
  const { method } = lane;
  const rest = restMb(lane);
  const points = linePoints(lane, 'rssBytes', { endS: xAxis.end, endV: yAxis.end }).filter(
    ({ t, v }) => v > 0 && t <= nowMs / 1000,
  );
  const now = xInside((stoppedMs(lane, nowMs) ?? nowMs) / 1000);
  const words = 12 * scale;
  const narrow = right - left < NARROW * scale;
  const over = lane.memory ? memoryAt({ ...lane, memory: lane.memory }, nowMs) : null;
  const figure = growthFigure(over?.overBytes ?? 0).replace(/ MB$/, '');
  const time = narrow ? { ...xAxis, ticks: [0, xAxis.end] } : axisOver(0, xAxis.end, 3);
  const wordOf = ticksInSeconds(time);
  return (
    <>
      <path
        d={MARKER[method]}
        transform={`translate(${px(left + 6 * scale)} ${px(8 * scale)}) scale(${String(scale)})`}
        fill={hueOf(method)}
      />
      <text
        x={left + 16 * scale}
        y={words}
        fontSize={narrow ? 10 * scale : words}
        style={{
          fill: 'var(--ink)',
          fontWeight: 650,
          fontStretch: narrow ? 'var(--narrow)' : 'normal',
        }}
      >
        {say(`lanes.methods.${method}`)}
      </text>
      {rest > 0 && points.length > 1 && (
        <Growth
          {...{ method, plot, rest, points, now }}
          cap={cap}
          figure={stoppedMs(lane, nowMs) === null ? figure : ''}
        />
      )}
      <path d={`M${px(left)} ${px(bottom)}H${px(right)}`} stroke="var(--line-strong)" />
      {nowMs > 0 && (
        <path
          d={`M${px(xInside(nowMs / 1000))} ${px(top)}V${px(bottom + 3)}`}
          stroke="var(--ink)"
        />
      )}
      {time.ticks.map((tick) => (
        <text
          key={tick}
          x={x(tick)}
          y={bottom + 16 * scale}
          fontSize={words}
          textAnchor={tick === 0 ? 'start' : tick === xAxis.end ? 'end' : 'middle'}
          fill="var(--ink-2)"
        >
          {wordOf(tick)}
        </text>
      ))}
    </>
  );
}

interface GrowthProps {
  method: ChartLane['method'];
  plot: Plot;
  rest: number;
  points: readonly LinePoint[];
  /** Where the now-line stands, px. */
  now: number;
  /** What it took beyond its rest at that moment, as the lane's figure says it; empty where that is not said here. */
  figure: string;
  cap: number | null;
}

function Growth({ method, plot, rest, points, now, figure, cap }: GrowthProps) {
  const { left, right, bottom, y } = plot;
  const { scale } = plot.size;
  const width = right - left;
  const atLeast = (v: number): number => Math.max(rest, v);
  const newest = atLeast(points.at(-1)?.v ?? rest);
  const drawn = [{ t: 0, v: points[0]?.v ?? rest }, ...points].map(({ t, v }) => ({
    t,
    v: atLeast(v),
  }));
  const line = `${linePath(plot, drawn)}L${px(now)} ${px(y(newest))}`;
  const inside = y(rest) - y(newest) >= FIGURE_ROOM * scale && now - left >= FIGURE_WIDTH * scale;
  // Beside the now-line where a cap is drawn: over the growth it would lie on that.
  const beside = cap !== null && !inside && now + FIGURE_WIDTH * scale < right;
  const free = inside ? ((now - left) / scale) * 0.3 : (width / scale) * 0.2;
  const fontSize = Math.min(FIGURE_MAX, free) * scale;
  return (
    <>
      <rect
        x={left}
        y={y(rest)}
        width={Math.max(0, now - left)}
        height={bottom - y(rest)}
        fill={GROUND}
      />
      <path d={`${line}V${px(y(rest))}H${px(left)}Z`} fill={hueOf(method)} />
      <path d={line} fill="none" stroke={hueOf(method)} strokeWidth={3} />
      <text
        x={left + 6 * scale}
        y={y(rest / 2) + 4 * scale}
        fontSize={13 * scale}
        fill="var(--ink)"
      >
        {width < WORD_WIDTH * scale
          ? String(Math.round(rest))
          : say('dock.atRest', { rest: Math.round(rest) })}
      </text>
      <text
        x={beside ? now + 8 * scale : left + (inside ? 8 : 2) * scale}
        y={
          beside
            ? Math.max(y(newest) + 4 * scale, y(cap) + 26 * scale)
            : inside
              ? y((rest + newest) / 2) + 8 * scale
              : y(newest) - 11 * scale
        }
        fontSize={fontSize}
        style={
          inside
            ? { fill: 'var(--surface)', fontWeight: 650 }
            : { ...HALO, fill: inkOf(method), fontWeight: 650 }
        }
      >
        {figure}
      </text>
    </>
  );
}
