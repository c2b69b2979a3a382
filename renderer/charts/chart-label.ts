import { secondsFigure } from '../../model/figures';
import { say, sayList } from '../ui/words';
import type { LaneMarks } from './chart-marks';

/** What a chart says to those who cannot see it: its name, the moment and the figure of every lane. */
export function chartLabel(
  name: string,
  unit: string,
  nowMs: number,
  lanes: readonly LaneMarks[],
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
