import { useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Method } from '../../../model/delivery/types';
import { bufferFigure, bufferWord, secondsFigure } from '../../../model/figures';
import { valueOn, type CurvePoint } from '../../../model/lesson/drawn';
import {
  isWhole,
  movedTo,
  msAt,
  placeAt,
  wholeLength,
  type PenLine,
} from '../../../model/lesson/pen';
import type { DownTime } from '../../../model/run/schema';
import { axisOver, axisUntil, ticksIn } from '../../charts/axes';
import { useChartSize } from '../../charts/chart-panel';
import { HatchDefs, OutageAreas, useHatchIds } from '../../charts/outages';
import { linePath, plotOf, px, type Plot } from '../../charts/plot';
import { PlotAxes } from '../../charts/plot-frame';
import { hueOf, inkOf } from '../../ui/lane-style';
import { say } from '../../ui/words';
import { LevelTube, TUBE_ROOM } from './level-tube';

interface BoardProps {
  lane: Method;
  fromMs: number;
  toMs: number;
  topBytes: number;
  outages: readonly Pick<DownTime, 'fromMs' | 'toMs'>[];
  /** What was measured; while it is drawn, up to where the line begins. */
  measured: readonly CurvePoint[];
}

interface DrawBoardProps extends BoardProps {
  line: PenLine;
  onChange: (line: PenLine) => void;
}

const MB = 1e6;
/** An arrow key moves the pen by this share of the axis. */
const KEY_SHARE = 1 / 40;
const ROOM = { left: 34, right: TUBE_ROOM, top: 26, bottom: 30 };

/** Where a curve of a client buffer is drawn: by dragging, or second by second with the arrow keys. */
export function DrawBoard({ line, onChange, ...board }: DrawBoardProps) {
  const [ref, size] = useChartSize();
  const plot = useBoardPlot(board, size);
  const [place, setPlace] = useState(0);
  const held = useRef<number | null>(null);
  const at = Math.min(place, Math.max(0, line.values.length - 1));
  // A line begins where the measured one ends.
  const begins = board.measured.at(-1)?.bytes ?? 0;
  const bytes = line.values[at] ?? begins;

  const move = (from: number | null, to: number, value: number): void => {
    onChange(movedTo(line, from, to, value));
    setPlace(to);
  };
  const pen = (event: PointerEvent<SVGSVGElement>): void => {
    if (!plot || event.buttons !== 1) return;
    const box = event.currentTarget.getBoundingClientRect();
    const to = placeAt(line, plot.xAt(event.clientX - box.left) * 1000);
    move(held.current, to, plot.yAt(event.clientY - box.top) * MB);
    held.current = to;
  };
  const keyDown = (event: KeyboardEvent): void => {
    const step = board.topBytes * KEY_SHARE * (event.shiftKey ? 4 : 1);
    const last = wholeLength(line) - 1;
    const to: Record<string, () => void> = {
      ArrowRight: () => {
        const next = Math.min(last, line.values.length === 0 ? 0 : at + 1);
        move(null, next, line.values[next] ?? bytes);
      },
      ArrowLeft: () => setPlace(Math.max(0, at - 1)),
      ArrowUp: () => move(null, at, bytes + step),
      ArrowDown: () => move(null, at, bytes - step),
      Home: () => setPlace(0),
      End: () => move(null, last, line.values[last] ?? bytes),
      Delete: () => {
        onChange({ ...line, values: [] });
        setPlace(0);
      },
    };
    const act = to[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <div
      ref={ref}
      className="draw-board"
      tabIndex={0}
      role="slider"
      aria-label={say('lessons.draw.label', { lane: say(`lanes.methods.${board.lane}`) })}
      aria-valuemin={0}
      aria-valuemax={board.topBytes / MB}
      aria-valuenow={bytes / MB}
      aria-valuetext={say('lessons.draw.at', {
        bytes: bufferFigure(bytes),
        seconds: secondsFigure(msAt(line, at)),
      })}
      onKeyDown={keyDown}
    >
      {plot && (
        <svg
          width={plot.size.width}
          height={plot.size.height}
          aria-hidden="true"
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            held.current = null;
            pen(event);
          }}
          onPointerMove={pen}
        >
          <Ground plot={plot} board={board} />
          <rect
            x={plot.x(board.fromMs / 1000)}
            y={plot.top}
            width={plot.right - plot.x(board.fromMs / 1000)}
            height={plot.bottom - plot.top}
            fill="var(--sunk)"
            opacity={0.55}
          />
          <Measured plot={plot} board={board} untilMs={board.fromMs} />
          <path
            d={`M${px(plot.x(board.fromMs / 1000))} ${px(plot.top)}V${px(plot.bottom)}`}
            stroke="var(--ink)"
            strokeWidth={2}
          />
          <OwnLine plot={plot} points={placed(line)} />
          <Pen {...{ plot, line, at, bytes }} lane={board.lane} />
        </svg>
      )}
    </div>
  );
}

interface ResultBoardProps extends BoardProps {
  drawn: readonly CurvePoint[];
  /** The moment of which the feedback speaks, ms. */
  atMs: number | null;
}

/** The learner's own line over what was measured, on the same axes. */
export function ResultBoard({ drawn, atMs, ...board }: ResultBoardProps) {
  const [ref, size] = useChartSize();
  const plot = useBoardPlot(board, size);
  const label = say('lessons.draw.result', {
    lane: say(`lanes.methods.${board.lane}`),
    figures: [board.fromMs, (board.fromMs + board.toMs) / 2, board.toMs]
      .map((tMs) =>
        say('lessons.draw.both', {
          seconds: secondsFigure(tMs),
          drawn: bufferFigure(valueOn(drawn, tMs)),
          measured: bufferFigure(valueOn(board.measured, tMs)),
        }),
      )
      .join(' '),
  });
  return (
    <div ref={ref} className="draw-board" role="img" aria-label={label}>
      {plot && (
        <svg width={plot.size.width} height={plot.size.height} aria-hidden="true">
          <Ground plot={plot} board={board} />
          <OwnLine plot={plot} points={drawn.map(({ tMs, bytes }) => at(tMs, bytes))} />
          <Measured plot={plot} board={board} untilMs={Infinity} />
          {atMs !== null && <Moments plot={plot} board={board} drawn={drawn} atMs={atMs} />}
        </svg>
      )}
    </div>
  );
}

const at = (tMs: number, bytes: number) => ({ t: tMs / 1000, v: bytes / MB });
const placed = (line: PenLine) => line.values.map((bytes, i) => at(msAt(line, i), bytes));

function useBoardPlot(
  { toMs, topBytes }: BoardProps,
  size: ReturnType<typeof useChartSize>[1],
): Plot | null {
  return useMemo(
    () => size && plotOf(size, ROOM, axisOver(0, toMs / 1000, 6), axisUntil(topBytes / MB, 4)),
    [size, toMs, topBytes],
  );
}

/** Axes, outages and their words. */
function Ground({ plot, board: { outages } }: { plot: Plot; board: BoardProps }) {
  const ids = useHatchIds();
  const shown = outages
    .filter(({ fromMs }) => fromMs / 1000 < plot.xAxis.end)
    .map((down) => ({ ...down, byHand: false }));
  return (
    <>
      <HatchDefs ids={ids} />
      <OutageAreas outages={shown} plot={plot} ids={ids} />
      <PlotAxes plot={plot} xWord={ticksIn(plot.xAxis, 's')} based />
      {shown.map(({ fromMs, toMs }) => (
        <text
          key={fromMs}
          x={plot.xInside((fromMs + toMs) / 2000)}
          y={plot.top - 8}
          fontSize={13 * plot.size.scale}
          textAnchor="middle"
          style={{ fill: 'var(--outage-ink)', fontWeight: 650 }}
        >
          {say('lessons.draw.down', { seconds: secondsFigure(toMs - fromMs) })}
        </text>
      ))}
    </>
  );
}

interface MeasuredProps {
  plot: Plot;
  board: BoardProps;
  untilMs: number;
}

function Measured({ plot, board: { lane, measured }, untilMs }: MeasuredProps) {
  const points = measured
    .filter(({ tMs }) => tMs <= untilMs && tMs / 1000 <= plot.xAxis.end)
    .map(({ tMs, bytes }) => at(tMs, Math.min(bytes, plot.yAxis.end * MB)));
  if (points.length < 2) return null;
  return (
    <path
      d={linePath(plot, points)}
      fill="none"
      stroke={hueOf(lane)}
      strokeWidth={3.5}
      strokeLinejoin="round"
    />
  );
}

function OwnLine({ plot, points }: { plot: Plot; points: { t: number; v: number }[] }) {
  return (
    <path
      className="own-line"
      d={linePath(plot, points)}
      fill="none"
      stroke="var(--ink)"
      strokeWidth={3.5}
      strokeDasharray="9 6"
      strokeLinejoin="round"
    />
  );
}

interface PenProps {
  plot: Plot;
  line: PenLine;
  at: number;
  bytes: number;
  lane: Method;
}

/** The pen, its height carried over to the tube, and what is still to be drawn. */
function Pen({ plot, line, at: place, bytes, lane }: PenProps) {
  const tMs = msAt(line, place);
  const [x, y] = [plot.x(tMs / 1000), plot.y(bytes / MB)];
  const word = say('lessons.draw.at', {
    bytes: bufferFigure(bytes),
    seconds: secondsFigure(tMs),
  });
  return (
    <>
      <LevelTube plot={plot} lane={lane} bytes={bytes} word={word} />
      <path
        d={`M${px(x)} ${px(y)}H${px(plot.right + 18)}`}
        stroke="var(--ink)"
        strokeWidth={1.5}
        strokeDasharray="2 4"
      />
      <circle cx={x} cy={y} r={10} fill="var(--surface)" stroke="var(--ink)" strokeWidth={3.5} />
      {!isWhole(line) && (
        <text
          x={Math.min(x + 18, plot.right - 130)}
          y={Math.max(plot.top + 16, y - 16)}
          fontSize={15}
          style={{ fill: 'var(--ink)', fontWeight: 650 }}
        >
          {say('lessons.draw.goOn', { seconds: secondsFigure(line.toMs) })}
        </text>
      )}
    </>
  );
}

interface MomentsProps {
  plot: Plot;
  board: BoardProps;
  drawn: readonly CurvePoint[];
  atMs: number;
}

/** Both lines at the moment of which the feedback speaks. */
function Moments({ plot, board: { lane, measured }, drawn, atMs }: MomentsProps) {
  const rows = [
    { who: 'measured', bytes: valueOn(measured, atMs), ink: inkOf(lane), fill: hueOf(lane) },
    { who: 'own', bytes: valueOn(drawn, atMs), ink: 'var(--ink)', fill: 'var(--surface)' },
  ];
  const x = plot.x(atMs / 1000);
  const left = x > (plot.left + plot.right) / 2;
  const apart = Math.abs(plot.y((rows[0]?.bytes ?? 0) / MB) - plot.y((rows[1]?.bytes ?? 0) / MB));
  const lower = (rows[0]?.bytes ?? 0) < (rows[1]?.bytes ?? 0) ? 'measured' : 'own';
  return (
    <>
      <LevelTube
        plot={plot}
        lane={lane}
        bytes={rows[0]?.bytes ?? 0}
        own={rows[1]?.bytes ?? 0}
        word={say('lessons.draw.tubeAt', { seconds: secondsFigure(atMs) })}
      />
      {rows.map(({ who, bytes, ink, fill }) => {
        const y = plot.y(bytes / MB);
        const shift = apart < 22 ? (who === lower ? 18 : -10) : 5;
        return (
          <g key={who}>
            <circle cx={x} cy={y} r={7} fill={fill} stroke="var(--ink)" strokeWidth={2.5} />
            <text
              x={x + (left ? -16 : 16)}
              y={Math.min(plot.bottom - 4, y + shift)}
              fontSize={16}
              textAnchor={left ? 'end' : 'start'}
              style={{
                fill: ink,
                fontWeight: 650,
                paintOrder: 'stroke',
                stroke: 'var(--surface)',
                strokeWidth: 4,
              }}
            >
              {say(`lessons.draw.${who}`, { figure: `${bufferWord(bytes / MB)} MB` })}
            </text>
          </g>
        );
      })}
    </>
  );
}
