import { useMemo } from 'react';
import { bufferFigure, secondsFigure } from '../../../model/figures';
import { ticksIn, timeAxis, valueAxis, ticksInSeconds } from '../../charts/axes';
import { plotOf, type ChartSize } from '../../charts/plot';
import { InsidePlot, PlotFrame } from '../../charts/plot-frame';
import { PlotLine } from '../../charts/plot-lines';
import { say } from '../../ui/words';
import { DragSurface, type Step } from '../chart/drag-surface';
import { bytesAt, underrunMs, underrunsOf, shifted } from '../findings/underruns';
import { room, useRoomState } from '../state/room-state';
import { staircase } from '../worker/curves';
import type { CumulativeCurves } from '../worker/messages';
import { CurveMarks } from './curve-marks';

const ROOM = { left: 44, right: 128, top: 24, bottom: 22 };
/** The axis of MB reaches at least here. */
const FLOOR_MB = 0.1;
/** One press of a key moves the start by this share of the axis. */
const KEY_SHARE = 1 / 400;

interface CurvesProps {
  curves: CumulativeCurves;
  size: ChartSize;
}

/** What has arrived and what playback needs, in all, with a start that is dragged until the two no longer cross. */
export function Curves({ curves, size }: CurvesProps) {
  const dragged = useRoomState((s) => s.startMs);
  const { arrival, need } = curves;
  const stairs = useMemo(() => staircase(arrival), [arrival]);
  const lengthMs = need.at(-1)?.tMs ?? 0;
  const leastMs = curves.least?.startMs ?? null;
  const mostStartMs = Math.max(leastMs ?? 0, curves.startMs ?? 0, lengthMs / 10);
  const startMs = Math.min(dragged ?? curves.startMs ?? 0, mostStartMs * 1.25);
  const reachMs = reachOf(curves, mostStartMs * 1.25, lengthMs);
  const time = useMemo(() => timeAxis(reachMs / 1000), [reachMs]);
  const reachedBytes = bytesAt(stairs, time.end * 1000, 'after');
  const value = valueAxis(reachedBytes / 1e6, FLOOR_MB);
  const plot = plotOf(size, ROOM, time, value);
  const arrived = useMemo(
    () => stairs.map(({ tMs, bytes }) => ({ t: tMs / 1000, v: bytes / 1e6 })),
    [stairs],
  );
  const playing = useMemo(() => shifted(need, startMs), [need, startMs]);
  const gaps = useMemo(() => underrunsOf(stairs, playing), [stairs, playing]);
  const crossMs = underrunMs(gaps);
  const hereBytes = bytesAt(stairs, startMs, 'after');
  const set = (ms: number): void =>
    room.setState({ startMs: Math.round(Math.min(mostStartMs * 1.25, Math.max(0, ms))) });
  const step = (by: Step): void => {
    const stepMs = Math.max(1, Math.round(time.end * 1000 * KEY_SHARE));
    if (by === 'first') set(0);
    else if (by === 'last') set(Math.ceil(leastMs ?? mostStartMs));
    else set(startMs + by * stepMs);
  };
  const state =
    crossMs > 0
      ? say('whatIf.curves.crosses', { time: secondsFigure(crossMs) })
      : say('whatIf.curves.touches');
  const valueText = say('whatIf.curves.startValue', {
    time: secondsFigure(startMs),
    bytes: bufferFigure(hereBytes),
    state,
  });
  return (
    <DragSurface
      plot={plot}
      at={plot.xInside(startMs / 1000)}
      label={say('whatIf.curves.startLabel')}
      min={0}
      max={Math.round(mostStartMs * 1.25) / 1000}
      now={startMs / 1000}
      valueText={valueText}
      onValue={(seconds) => set(snapped(seconds * 1000, leastMs, time.end))}
      onStep={step}
    >
      <PlotFrame
        plot={plot}
        label={say('whatIf.curves.label', { words: valueText })}
        xWord={ticksInSeconds(time)}
        yWord={ticksIn(value, 'MB')}
        based
      >
        <InsidePlot plot={plot}>
          <PlotLine plot={plot} points={arrived} stroke="var(--ink-2)" strokeWidth={2.4} />
        </InsidePlot>
        <CurveMarks
          plot={plot}
          stairs={stairs}
          playing={playing}
          gaps={gaps}
          startMs={startMs}
          least={curves.least}
          state={state}
          crosses={crossMs > 0}
          here={bufferFigure(hereBytes)}
        />
      </PlotFrame>
    </DragSurface>
  );
}

/** Behind the moment at which all is decided there is this much more to see. */
const AFTER = 1.6;

/** Where the time axis has to reach, ms: past the moment at which the curves touch, or to the end where that is sooner. */
function reachOf({ least }: CumulativeCurves, mostStartMs: number, lengthMs: number): number {
  const endMs = mostStartMs + lengthMs;
  if (!least || least.touch.tMs === 0) return endMs;
  return Math.min(endMs, Math.max(least.touch.tMs * AFTER, mostStartMs * 1.5));
}

/** Within this share of the axis a dragged start takes the least start itself. */
const SNAP = 0.006;

function snapped(ms: number, leastMs: number | null, endS: number): number {
  // Rounded up: the least start itself, and not a fraction of a millisecond before it.
  if (leastMs !== null && Math.abs(ms - leastMs) < endS * 1000 * SNAP) return Math.ceil(leastMs);
  return ms;
}
