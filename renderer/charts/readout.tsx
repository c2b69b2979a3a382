import type { Method } from '../../model/delivery/types';
import { secondsFigure } from '../../model/figures';
import { say, sayList } from '../ui/words';
import { inkOf } from '../ui/lane-style';
import type { LaneMarks } from './chart-marks';

/** What one lane measured at the moment that is pointed at. */
export interface ReadoutRow {
  method: Method;
  word: string;
}

interface ReadoutProps {
  /** Seconds. */
  at: number;
  rows: readonly ReadoutRow[];
}

/** The figures of a moment, for reading off; whatever it says also stands in the report. */
export function Readout({ at, rows }: ReadoutProps) {
  return (
    <dl className="readout">
      <dt>{secondsFigure(at * 1000)}</dt>
      {rows.map(({ method, word }) => (
        <dd key={method} style={{ color: inkOf(method) }}>
          {say(`lanes.methods.${method}`)} <b>{word}</b>
        </dd>
      ))}
    </dl>
  );
}

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
