import { CurveBuilder } from './curve-builder';
import { LineReader } from './line-reader';
import { TraceError } from './trace-error';
import type { ReadTrace } from './types';

/** How long a single row lasts, s: no other row says it. */
const LONE_ROW_S = 1;

/**
 * Reads rows of "time Mbit/s" (time in seconds, from any beginning; Mbit = 10^6 bits), as the cooked
 * traces of Pensieve are (https://github.com/hongzimao/pensieve): from each time on its rate holds, the
 * last one as long as the one before it; then all begins again. Throws TraceError.
 */
export function readTwoColumn(text: string): ReadTrace {
  const lines = new LineReader(text, 'two columns (time in s, Mbit/s)');
  const builder = new CurveBuilder();
  let first = 0;
  let last = -1;
  let lengthMs = LONE_ROW_S * 1000;
  let rate = 0;
  while (lines.next()) {
    const seconds = lines.number();
    const megabits = lines.number();
    lines.end();
    if (seconds <= last) {
      throw new TraceError(lines.line, `expected a time behind ${last} s, that of the row above.`);
    }
    if (last < 0) {
      first = seconds;
    } else {
      // To the microsecond, so that 0.1 s is 100 ms.
      const toMs = Math.round((seconds - first) * 1e6) / 1000;
      lengthMs = toMs - builder.endMs;
      builder.until(toMs, rate, lines.line);
    }
    last = seconds;
    rate = megabits * 125_000;
  }
  builder.until(builder.endMs + lengthMs, rate, lines.line);
  return { curve: builder.finish(lines.line), latencyMs: 0, note: null };
}
