import { useCallback, useEffect, useMemo, useRef, type PointerEvent, type RefObject } from 'react';
import { secondsFigure } from '../../../model/figures';
import type { RecordedRun } from '../../../model/run/recorded-run';
import { useChartSize } from '../../charts/chart-panel';
import { say } from '../../ui/words';
import type { Playback } from './playback';
import { ZOOM } from './scrub-keys';
import { following, movedTo, zoomed, type Range } from './range';
import { planOf, timeScale, TimelinePicture, type TimelinePlan } from './timeline-parts';
import { useMarks, useShownMs } from './use-shown';

interface TimelineProps {
  run: RecordedRun;
  playback: Playback;
  /** The stretch that is to be seen; the playhead may carry it along. */
  asked: Range;
  onRange: (range: Range) => void;
}

/** What happened when: marks, buffers, what each viewer lives through; one playhead through all of it. */
export function Timeline(props: TimelineProps) {
  const [room, size] = useChartSize();
  return (
    <div className="timeline" ref={room}>
      {size && <Drawn {...props} width={size.width} height={size.height} />}
    </div>
  );
}

function Drawn(props: TimelineProps & { width: number; height: number }) {
  const { run, playback, asked, onRange, width, height } = props;
  const { lengthMs } = run;
  const shownMs = useShownMs(run);
  useMarks(run);
  // What is played is seen: the stretch follows the playhead out of itself.
  const range = following(asked, shownMs, lengthMs);
  useEffect(() => {
    if (range !== asked) onRange(range);
  }, [range, asked, onRange]);
  // The same plan for every moment, so that only the playhead is drawn anew.
  const lanes = run.lanes.length;
  const plan = useMemo(() => planOf(width, height, lanes), [width, height, lanes]);
  const svg = useRef<SVGSVGElement>(null);
  const drag = useDrag(run, playback, { range, plan, setRange: onRange });
  useZoom(svg, (factor, atPx) => {
    onRange(zoomed(range, factor, timeScale(range, plan).invert(atPx), lengthMs));
  });
  const jump = useCallback((tMs: number) => playback.jump(tMs), [playback]);
  return (
    <svg
      ref={svg}
      width={width}
      height={height}
      role="slider"
      tabIndex={0}
      data-keeps-focus
      aria-label={say('runs.moment')}
      aria-valuemin={0}
      aria-valuemax={Math.round(lengthMs) / 1000}
      aria-valuenow={Math.round(shownMs) / 1000}
      aria-valuetext={secondsFigure(shownMs)}
      {...drag}
    >
      <TimelinePicture log={run.log} range={range} plan={plan} jump={jump} />
      <Playhead
        x={timeScale(range, plan)(shownMs)}
        plan={plan}
        words={(shownMs / 1000).toFixed(1)}
      />
    </svg>
  );
}

function Playhead({ x, plan, words }: { x: number; plan: TimelinePlan; words: string }) {
  const at = Math.min(plan.right, Math.max(plan.left, x));
  return (
    <g className="timeline-playhead" transform={`translate(${at.toFixed(1)} 0)`}>
      <path d={`M0 ${String(plan.marks)}V${String(plan.axis - 12)}`} />
      <rect x={-21} y={plan.axis - 13} width={42} height={17} rx={3} />
      <text y={plan.axis} textAnchor="middle">
        {words}
      </text>
    </g>
  );
}

interface Dragged {
  range: Range;
  plan: TimelinePlan;
  setRange: (range: Range) => void;
}

/** A press or a drag moves the playhead; in the whole run it moves the stretch that is shown. */
function useDrag(run: RecordedRun, playback: Playback, { range, plan, setRange }: Dragged) {
  const moves = useRef<'playhead' | 'range' | null>(null);
  const move = (event: PointerEvent<SVGSVGElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const at = event.clientX - box.left;
    const { lengthMs } = run;
    if (moves.current === 'playhead') playback.jump(timeScale(range, plan).invert(at));
    else if (moves.current === 'range') {
      const whole = timeScale({ fromMs: 0, toMs: Math.max(1, lengthMs) }, plan);
      const begin = whole.invert(at) - (range.toMs - range.fromMs) / 2;
      const moved = movedTo(range, begin, lengthMs);
      // A stretch without the playhead would be left at once.
      playback.jump(Math.min(moved.toMs, Math.max(moved.fromMs, run.shownMs())));
      setRange(moved);
    }
  };
  return {
    onPointerDown: (event: PointerEvent<SVGSVGElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const y = event.clientY - event.currentTarget.getBoundingClientRect().top;
      moves.current = y >= plan.whole.top - 4 ? 'range' : 'playhead';
      move(event);
    },
    onPointerMove: move,
    onPointerUp: () => (moves.current = null),
    onPointerCancel: () => (moves.current = null),
  };
}

/** The wheel shows more or less of the run about the pointer. */
function useZoom(
  svg: RefObject<SVGSVGElement | null>,
  zoom: (factor: number, atPx: number) => void,
): void {
  const latest = useRef(zoom);
  useEffect(() => {
    latest.current = zoom;
  });
  useEffect(() => {
    const element = svg.current;
    const turn = (event: WheelEvent): void => {
      event.preventDefault();
      const left = element?.getBoundingClientRect().left ?? 0;
      latest.current(event.deltaY > 0 ? ZOOM : 1 / ZOOM, event.clientX - left);
    };
    // React's own wheel events cannot keep the page from scrolling.
    element?.addEventListener('wheel', turn, { passive: false });
    return () => element?.removeEventListener('wheel', turn);
  }, [svg]);
}
