import { CurveBuilder } from './curve-builder';
import { LineReader } from './line-reader';
import { TraceError } from './trace-error';
import type { ReadTrace } from './types';

/**
 * Reads a log of six columns (time of day, running ms, latitude, longitude, bytes since the row before,
 * ms since the row before), which two data sets share: the rate over each row's own ms is its bytes by
 * them. Throws TraceError. `columns` names the six for the refusals.
 */
export function readSixColumns(text: string, columns: string): ReadTrace {
  const lines = new LineReader(text, columns);
  const builder = new CurveBuilder();
  let lastTime = -1;
  let lastRunning = -1;
  while (lines.next()) {
    const time = lines.number();
    const running = lines.number();
    lines.skip();
    lines.skip();
    const bytes = lines.number();
    const lengthMs = lines.number();
    lines.end();
    if (time < lastTime || running < lastRunning) {
      throw new TraceError(lines.line, 'expected a time that is not before that of the row above.');
    }
    [lastTime, lastRunning] = [time, running];
    if (lengthMs === 0 && bytes > 0) {
      throw new TraceError(
        lines.line,
        'expected more than 0 ms in column 6, for bytes came in them.',
      );
    }
    builder.until(builder.endMs + lengthMs, (bytes / lengthMs) * 1000, lines.line);
  }
  return { curve: builder.finish(lines.line), latencyMs: 0, note: null };
}
