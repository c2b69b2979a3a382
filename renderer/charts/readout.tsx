import type { Method } from '../../model/delivery/types';
import { secondsFigure } from '../../model/figures';
import { say } from '../ui/words';
import { inkOf } from '../ui/lane-style';

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
