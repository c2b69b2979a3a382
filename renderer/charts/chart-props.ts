import type { Prediction } from '../../model/run/predict-run';
import type { ChartLane, ChartOutage } from './series';

/** What each of the three charts takes; nothing of it comes from the session, so the report draws them too. */
export interface ChartProps {
  lanes: readonly ChartLane[];
  outages: readonly ChartOutage[];
  /** Where the now-line stands and what the figures say, ms. */
  nowMs: number;
  /** The time axis reaches at least here, ms. */
  untilMs: number;
  /** Size of the source, MB, so that the value axis of a small file starts small. */
  sourceMb?: number;
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

/** Where the value axis begins to grow from, MB. */
export const firstTop = (sourceMb = Infinity): number => Math.min(FIRST_TOP_MB, sourceMb);

/** A tick of a value axis as a word: 0, 0.5, 40. */
export const tickWord = (value: number): string => String(Number(value.toPrecision(6)));

/** MB of a buffer, one decimal: "4.7"; a true zero is "0". */
export const bufferWord = (mb: number): string => (mb === 0 ? '0' : mb.toFixed(1));
/** MB of a process, whole, one decimal below 1 MB: "162". */
export const memoryWord = (mb: number): string => mb.toFixed(mb < 1 ? 1 : 0);
