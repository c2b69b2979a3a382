import type { ReactNode } from 'react';
import type { Prediction } from '../../model/run/predict-run';
import type { Mark } from '../../model/run/marks';
import type { DownTime } from '../../model/run/schema';
import { secondsFigure } from '../../model/figures';
import { say, sayList } from '../ui/words';
import { ticksInSeconds } from './axes';
import type { LaneMarks } from './chart-marks';
import { MarkSigns } from './mark-signs';
import { HatchDefs, OutageAreas, useHatchIds } from './outages';
import type { Plot } from './plot';
import { PlotFrame } from './plot-frame';
import type { ReadingRow } from './reading';
import type { ChartLane } from './series';

/** What each of the three charts takes; nothing of it comes from the session, so the report draws them too. */
export interface ChartProps {
  lanes: readonly ChartLane[];
  outages: readonly DownTime[];
  /** Where the now-line stands and what the figures say, ms. */
  nowMs: number;
  /** The time axis reaches at least here, ms. */
  untilMs: number;
  /** Size of the source, MB, so that the value axis of a small file starts small. */
  sourceMb?: number;
  /** Chapters of the run, in a row over the chart; none when left out. */
  chapters?: readonly Mark[] | undefined;
  /** Shows the moment of a chapter that is pressed; null while the run goes on. */
  jump?: ((tMs: number) => void) | null | undefined;
  /** What the model says of the run, to be drawn behind what was measured. */
  predicted?: Prediction | null;
  width?: number;
  height?: number;
  /** Size of the words, 1 = 12 px. */
  scale?: number;
}

/** The size that a chart is drawn at when none is given, px. */
export const DEFAULT_SIZE = { width: 420, height: 200 };
/** The value axis of a large source starts at this many MB. */
const FIRST_TOP_MB = 40;

/** Height of the row of chapters over a plot, px. */
const SIGNS = 14;

/** Where the value axis begins to grow from, MB. */
export const firstTop = (sourceMb = Infinity): number => Math.min(FIRST_TOP_MB, sourceMb);

interface TimeChartProps extends Pick<ChartProps, 'chapters' | 'jump'> {
  plot: Plot;
  /** Words of the value ticks; plain numbers when left out. */
  yWord?: (value: number) => string;
  outages: readonly DownTime[];
  /** How many strips the plot is cut into, and the share of each that is drawn on. */
  strips?: number;
  share?: number;
  /** What the chart shows now, for those who hear it. */
  label: string;
  /** What the lanes measured at a moment, seconds. */
  rowsAt: (seconds: number) => ReadingRow[];
  children: ReactNode;
}

/** A chart over the time of a run, with the outages of its link under everything. */
export function TimeChart(props: TimeChartProps) {
  const { plot, outages, strips = 1, share = 1, chapters = [], jump = null, ...others } = props;
  const { children, ...frame } = others;
  const ids = useHatchIds();
  const ground = (
    <>
      <HatchDefs ids={ids} />
      <OutageAreas {...{ outages, plot, ids, strips, share }} named />
    </>
  );
  return (
    <PlotFrame {...frame} plot={plot} xWord={ticksInSeconds(plot.xAxis)} ground={ground}>
      {children}
      {chapters.length > 0 && (
        <MarkSigns
          marks={chapters}
          x={(tMs) => plot.x(tMs / 1000)}
          left={plot.left}
          right={plot.right}
          top={plot.top - SIGNS}
          jump={jump}
        />
      )}
    </PlotFrame>
  );
}

/** What a chart says to those who cannot see it: its name, the moment and the figure of every lane. */
export function chartLabel(
  name: string,
  unit: string,
  nowMs: number,
  lanes: readonly Pick<LaneMarks, 'method' | 'end' | 'word'>[],
): string {
  const figures = lanes
    .filter(({ end }) => end !== null)
    .map(({ method, word }) => `${say(`lanes.methods.${method}`)} ${word}`);
  if (figures.length === 0) return say('dock.nothingYet', { name });
  return say('dock.chartLabel', {
    name,
    unit,
    at: secondsFigure(nowMs),
    figures: sayList(figures),
  });
}
