import { rateFigure, secondsFigure } from '../../../model/figures';
import type { ImportedTrace } from '../../../model/link/formats/types';
import { meanRate } from '../../../model/link/rate-curve';
import { say } from '../../words';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** True for a trace of more than a day: more often a wrong unit of time than a long measurement. */
export function isLong({ curve }: Pick<ImportedTrace, 'curve'>): boolean {
  return curve.periodMs > DAY_MS;
}

/** What a trace was read as, in sentences: its format, length and mean rate, and what else there is to know. */
export function traceNote(trace: ImportedTrace): string {
  const { format, curve, note } = trace;
  const read = say('links.read', {
    format: say(`links.formats.${format}`),
    length: lengthFigure(curve.periodMs),
    rate: rateFigure(meanRate(curve)),
  });
  return [read, ...(isLong(trace) ? [say('links.readLong')] : []), ...(note ? [note] : [])].join(
    ' ',
  );
}

/** How long a trace is, in the largest unit of which it has two or more, such as "90 s" or "2.5 days". */
export function lengthFigure(ms: number): string {
  const units = [
    ['days', DAY_MS],
    ['hours', HOUR_MS],
    ['minutes', MINUTE_MS],
  ] as const;
  const unit = units.find(([, size]) => ms >= 2 * size);
  if (!unit) return secondsFigure(ms);
  return say(`links.lengths.${unit[0]}`, { value: (ms / unit[1]).toFixed(1) });
}
