import type { DownTime } from '../../model/run/schema';
import { memo, useId, useMemo, type ReactNode } from 'react';
import { CartesianGrid, ComposedChart, Tooltip, XAxis, YAxis } from 'recharts';
import { type Axis, nearestTick } from './axes';
import { timeTick, valueTick } from './chart-ticks';
import { HatchDefs, type HatchIds } from './hatch';
import { OutageAreas } from './outage-areas';
import { Readout, type ReadoutRow } from './readout';

/** Charts with this id share their moment: hovering one points at the same time in all. */
const SYNC_ID = 'bufferscope-dock';

const CURSOR = { stroke: 'var(--ink-3)', strokeDasharray: '2 3' };

/** Size of a chart, px; `scale` enlarges its words (1 = 12 px). */
export interface ChartSize {
  width: number;
  height: number;
  scale: number;
}

interface TimeChartProps {
  size: ChartSize;
  /** Room for words left and right of the plot, px at scale 1. */
  left: number;
  right: number;
  time: Axis;
  value: Axis;
  /** Words of the value ticks; nothing for a tick without one. */
  wordOf(this: void, value: number): string;
  outages: readonly DownTime[];
  strips?: number;
  stripShare?: number;
  /** What the chart shows now, for those who hear it. */
  label: string;
  /** What the lanes measured at a moment, seconds, for whoever points at it. */
  rowsAt: (seconds: number) => ReadoutRow[];
  children: ReactNode;
}

/** The frame that the three charts share: time axis, value axis, grid, outages. */
export function TimeChart(props: TimeChartProps) {
  const { size, time, value, outages, label, left, right, wordOf, children } = props;
  const { scale } = size;
  const id = useId();
  const ids = useMemo(() => ({ scheduled: `${id}s`, byHand: `${id}h` }), [id]);
  const margin = useMemo(
    () => ({ top: 14, bottom: 0, left: 0, right: right * scale }),
    [right, scale],
  );
  return (
    <div className="time-chart" role="img" aria-label={label}>
      <ComposedChart
        width={size.width}
        height={size.height}
        margin={margin}
        syncId={SYNC_ID}
        syncMethod={nearestTick}
        accessibilityLayer={false}
      >
        <Frame
          time={time}
          value={value}
          left={left}
          scale={scale}
          wordOf={wordOf}
          ids={ids}
          outages={outages}
          strips={props.strips ?? 1}
          stripShare={props.stripShare ?? 1}
        />
        {children}
        <Tooltip
          isAnimationActive={false}
          cursor={CURSOR}
          content={({ active, label: at }) =>
            active ? <Readout at={Number(at)} rows={props.rowsAt(Number(at))} /> : null
          }
        />
      </ComposedChart>
    </div>
  );
}

interface FrameProps {
  time: Axis;
  value: Axis;
  left: number;
  scale: number;
  wordOf(this: void, value: number): string;
  ids: HatchIds;
  outages: readonly DownTime[];
  strips: number;
  stripShare: number;
}

/** Everything that stays the same from one redraw to the next. */
const Frame = memo(function Frame(props: FrameProps) {
  const { time, value, left, scale, wordOf, ids, outages, strips, stripShare } = props;
  const words = useMemo(() => timeTick(time.end, 12 * scale), [time.end, scale]);
  const values = useMemo(() => valueTick(wordOf, 12 * scale), [wordOf, scale]);
  const domain = useMemo(() => [0, time.end], [time.end]);
  const range = useMemo(() => [0, value.end], [value.end]);
  return (
    <>
      <HatchDefs ids={ids} />
      <OutageAreas
        outages={outages}
        ids={ids}
        endS={time.end}
        strips={strips}
        stripShare={stripShare}
      />
      <CartesianGrid vertical={false} stroke="var(--line)" zIndex={0} syncWithTicks />
      <XAxis
        dataKey="t"
        type="number"
        domain={domain}
        ticks={time.ticks}
        allowDataOverflow
        interval={0}
        height={20 * scale}
        axisLine={false}
        tickLine={false}
        tick={words}
      />
      <YAxis
        type="number"
        domain={range}
        ticks={value.ticks}
        allowDataOverflow
        interval={0}
        width={left * scale}
        axisLine={false}
        tickLine={false}
        tick={values}
      />
    </>
  );
});
