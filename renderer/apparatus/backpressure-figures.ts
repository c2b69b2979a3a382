import { rateFigure, sizeFigure } from '../../model/figures';
import { countAt } from '../../model/run/flow';
import type { LaneLog } from '../../model/run/schema';
import { say } from '../ui/words';
import type { LaneFigure } from './kind-picture';

/** Rates are told over this much of the run, ms. */
const WINDOW_MS = 2000;

/** The cap on a lane's process, bytes: as its reader found it, or as the other lane of the pair is set to. */
export const capOf = ({ memory }: Pick<LaneLog, 'memory'>, askedBytes: number): number =>
  memory.capBytes ?? askedBytes;

function rateOf(
  count: 'readBytes' | 'sentBytes',
  { samples }: LaneLog,
  tMs: number,
): string | null {
  const fromMs = Math.max(0, tMs - WINDOW_MS);
  if (tMs <= 0) return null;
  const bytes = countAt(samples, count, tMs) - countAt(samples, count, fromMs);
  return rateFigure((bytes / (tMs - fromMs)) * 1000);
}

/** The figures of two lanes that differ in their backpressure. */
export const PAIR_FIGURES: readonly LaneFigure[] = [
  {
    name: 'room',
    title: () => say('backpressure.figures.room'),
    value: ({ rssBytes }, _at, { settings }, log) =>
      rssBytes === 0
        ? null
        : sizeFigure(Math.max(0, capOf(log, settings.memoryCapBytes) - rssBytes)),
  },
  {
    name: 'reads',
    title: () => say('backpressure.figures.reads'),
    value: ({ tMs }, _at, _view, log) => rateOf('readBytes', log, tMs),
  },
  {
    name: 'sends',
    title: () => say('backpressure.figures.sends'),
    value: ({ tMs }, _at, _view, log) => rateOf('sentBytes', log, tMs),
  },
];
