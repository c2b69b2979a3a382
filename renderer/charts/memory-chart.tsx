import { useId, useState, type PointerEvent } from 'react';
import { memoryAt } from '../../model/run/figures-at';
import { growthFigure, sizeFigure } from '../../model/figures';
import { hueOf, inkOf, MARKER } from '../ui/lane-style';
import { say } from '../ui/words';
import { DEFAULT_SIZE, tickWord, timeAxis, valueAxis, type Axis, type ChartProps } from './axes';
import { HALO } from './chart-marks';
import { HatchDefs } from './hatch';
import { chartLabel, Readout } from './readout';
import { inOrder, linePoints, mostValue, type ChartLane, type LinePoint } from './series';

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
const MB = 1e6;

/** A time and a value on one picture, px. */
interface Scales {
  x: (seconds: number) => number;
  y: (mb: number) => number;
  left: number;
  width: number;
  scale: number;
}

/**
 * The measured memory of each lane's reader process, one picture a lane on one scale: its rest is grey ground, what
 * it took beyond that stands on it in the lane's hue. A growth is never enlarged: the line that bounds it is 3 px.
 */
export function MemoryChart(props: ChartProps) {
  const { outages, nowMs, untilMs, scale = 1 } = props;
  const { width = DEFAULT_SIZE.width, height = DEFAULT_SIZE.height } = props;
  const id = useId();
  const ids = { scheduled: `${id}s`, byHand: `${id}h` };
  const [atS, setAtS] = useState<number | null>(null);
  const lanes = inOrder(props.lanes);
  const time = timeAxis(untilMs / 1000);
  const rests = lanes.map((lane) => restMb(lane));
  const value = valueAxis(Math.max(mostValue(lanes, 'rssBytes'), ...rests), FLOOR_MB);
  const [left, top, between] = [ROOM.left * scale, ROOM.top * scale, ROOM.between * scale];
  const pitch = (width - left - ROOM.right + between) / Math.max(1, lanes.length);
  const bottom = height - ROOM.bottom * scale;
  const y = (mb: number): number => top + (1 - mb / value.end) * (bottom - top);
  const scalesOf = (i: number): Scales => {
    const from = left + i * pitch;
    const x = (seconds: number): number => from + (seconds / time.end) * (pitch - between);
    return { x, y, left: from, width: pitch - between, scale };
  };
  const words = lanes.map((lane) => growthOf(lane, nowMs));
  const label = chartLabel(
    say('dock.memoryOver'),
    'MB',
    nowMs,
    lanes.map(({ method }, i) => ({
      method,
      steps: [],
      end: words[i] === null ? null : 0,
      word: words[i] ?? '',
    })),
  );
  const point = (event: PointerEvent<SVGSVGElement>): void => {
    const px = event.clientX - event.currentTarget.getBoundingClientRect().left - left;
    const within = (px % pitch) / (pitch - between);
    setAtS(px < 0 || within > 1 ? null : within * time.end);
  };
  return (
    <div className="time-chart" role="img" aria-label={label}>
      <svg
        width={width}
        height={height}
        aria-hidden="true"
        onPointerMove={point}
        onPointerLeave={() => setAtS(null)}
      >
        <HatchDefs ids={ids} />
        <Grid value={value} y={y} left={left} width={width} scale={scale} />
        {lanes.map((lane, i) => (
          <g key={lane.method}>
            {outages.map(({ fromMs, toMs, byHand }) => (
              <Outage
                key={fromMs}
                at={scalesOf(i)}
                fromS={Math.min(fromMs / 1000, time.end)}
                toS={Math.min(toMs / 1000, nowMs / 1000, time.end)}
                top={top}
                fill={`url(#${byHand ? ids.byHand : ids.scheduled})`}
              />
            ))}
            <LanePicture lane={lane} at={scalesOf(i)} time={time} value={value} nowMs={nowMs} />
            {atS !== null && (
              <path
                d={`M${px(scalesOf(i).x(atS))} ${px(top)}V${px(bottom)}`}
                stroke="var(--ink-3)"
                strokeDasharray="2 3"
              />
            )}
          </g>
        ))}
      </svg>
      {atS !== null && (
        <div className="memory-readout">
          <Readout
            at={atS}
            rows={lanes.flatMap((lane) => {
              const word = growthOf(lane, atS * 1000);
              return word === null ? [] : [{ method: lane.method, word }];
            })}
          />
        </div>
      )}
    </div>
  );
}

const px = (value: number): string => value.toFixed(1);
const restMb = ({ memory }: ChartLane): number => (memory?.baselineRssBytes ?? 0) / MB;

/** "+98 MB (206 MB in all)" at a moment; null while nothing is known. */
function growthOf({ samples, memory }: ChartLane, tMs: number): string | null {
  const at = memory ? memoryAt({ samples, memory }, tMs) : null;
  if (!at) return null;
  const gaps = { over: growthFigure(at.overBytes), whole: sizeFigure(at.wholeBytes) };
  return say('dock.memoryRead', gaps);
}

interface GridProps {
  value: Axis;
  y: (mb: number) => number;
  left: number;
  width: number;
  scale: number;
}

function Grid({ value, y, left, width, scale }: GridProps) {
  return value.ticks.map((tick) => (
    <g key={tick}>
      <path d={`M${px(left)} ${px(y(tick))}H${px(width)}`} stroke="var(--line)" />
      <text
        x={left - 7 * scale}
        y={y(tick) + 4 * scale}
        fontSize={12 * scale}
        textAnchor="end"
        fill="var(--ink-2)"
      >
        {tickWord(tick)}
      </text>
    </g>
  ));
}

interface OutageProps {
  at: Scales;
  fromS: number;
  toS: number;
  top: number;
  fill: string;
}

function Outage({ at: { x, y }, fromS, toS, top, fill }: OutageProps) {
  if (toS <= fromS) return null;
  return <rect x={x(fromS)} y={top} width={x(toS) - x(fromS)} height={y(0) - top} fill={fill} />;
}

interface LanePictureProps {
  lane: ChartLane;
  at: Scales;
  time: Axis;
  value: Axis;
  nowMs: number;
}

function LanePicture({ lane, at, time, value, nowMs }: LanePictureProps) {
  const { x, y, left, width, scale } = at;
  const { method } = lane;
  const rest = restMb(lane);
  const extent = { endS: time.end, endV: value.end };
  const points = linePoints(lane, 'rssBytes', extent).filter(
    ({ t, v }) => v > 0 && t <= nowMs / 1000,
  );
  const now = x(Math.min(time.end, nowMs / 1000));
  const size = 12 * scale;
  const over = lane.memory ? memoryAt({ ...lane, memory: lane.memory }, nowMs) : null;
  const figure = growthFigure(over?.overBytes ?? 0).replace(/ MB$/, '');
  return (
    <>
      <path
        d={MARKER[method]}
        transform={`translate(${px(left + 6 * scale)} ${px(8 * scale)}) scale(${String(scale)})`}
        fill={hueOf(method)}
      />
      <text
        x={left + 16 * scale}
        y={12 * scale}
        fontSize={width < NARROW * scale ? 10 * scale : size}
        style={{
          fill: 'var(--ink)',
          fontWeight: 650,
          fontStretch: width < NARROW * scale ? 'var(--narrow)' : 'normal',
        }}
      >
        {say(`lanes.methods.${method}`)}
      </text>
      {rest > 0 && points.length > 1 && (
        <Growth method={method} at={at} rest={rest} points={points} now={now} figure={figure} />
      )}
      <path d={`M${px(left)} ${px(y(0))}H${px(left + width)}`} stroke="var(--line-strong)" />
      {nowMs > 0 && (
        <path d={`M${px(now)} ${px(y(value.end))}V${px(y(0) + 3)}`} stroke="var(--ink)" />
      )}
      {(width < NARROW * scale ? [0, time.end] : [0, time.end / 2, time.end]).map((tick) => (
        <text
          key={tick}
          x={x(tick)}
          y={y(0) + 16 * scale}
          fontSize={size}
          textAnchor={tick === 0 ? 'start' : tick === time.end ? 'end' : 'middle'}
          fill="var(--ink-2)"
        >
          {tick === time.end ? `${tickWord(tick)} s` : tickWord(tick)}
        </text>
      ))}
    </>
  );
}

interface GrowthProps {
  method: ChartLane['method'];
  at: Scales;
  rest: number;
  points: readonly LinePoint[];
  /** Where the now-line stands, px. */
  now: number;
  /** What it took beyond its rest at that moment, as the lane's figure says it. */
  figure: string;
}

function Growth({
  method,
  at: { x, y, left, width, scale },
  rest,
  points,
  now,
  figure,
}: GrowthProps) {
  const over = (v: number): number => Math.max(rest, v);
  const newest = points.at(-1)?.v ?? rest;
  const first = points[0]?.v ?? rest;
  const drawn = [{ t: 0, v: first }, ...points];
  const edge = drawn
    .map(({ t, v }, i) => `${i === 0 ? 'M' : 'L'}${px(x(t))} ${px(y(over(v)))}`)
    .join('');
  const line = `${edge}L${px(now)} ${px(y(over(newest)))}`;
  const grown = over(newest) - rest;
  const inside =
    y(rest) - y(rest + grown) >= FIGURE_ROOM * scale && now - left >= FIGURE_WIDTH * scale;
  const free = inside ? ((now - left) / scale) * 0.3 : (width / scale) * 0.2;
  const fontSize = Math.min(FIGURE_MAX, free) * scale;
  return (
    <>
      <rect
        x={left}
        y={y(rest)}
        width={Math.max(0, now - left)}
        height={y(0) - y(rest)}
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
        x={left + (inside ? 8 : 2) * scale}
        y={inside ? y(rest + grown / 2) + 8 * scale : y(rest + grown) - 11 * scale}
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
