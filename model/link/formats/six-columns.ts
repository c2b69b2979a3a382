import { CurveBuilder } from './curve-builder';
import { LineReader } from './line-reader';
import { TraceError } from './trace-error';
import type { ReadTrace } from './types';

/** Unix time from the year 2000 to 2100, s: what a log of a mobile network can have been written at. */
const UNIX_S = { min: 946_684_800, max: 4_102_444_800 };

/** Which of the two data sets of six columns a first column tells: Unix time in s or in ms; else null. */
export function sixColumnFormat(time: number): 'norway' | 'belgium' | null {
  if (isUnixTime(time)) return 'norway';
  return isUnixTime(time / 1000) ? 'belgium' : null;
}

const isUnixTime = (seconds: number): boolean => seconds >= UNIX_S.min && seconds < UNIX_S.max;

/**
 * Reads a log of six columns (Unix time, running ms, latitude, longitude, bytes since the row before,
 * ms since the row before), which two data sets share: the rate over each row's own ms is its bytes by
 * them. Throws TraceError, also for a table of six columns that are none of these.
 */
function readSixColumns(text: string, unit: 's' | 'ms'): ReadTrace {
  const lines = new LineReader(
    text,
    `six columns (Unix time in ${unit}, running ms, latitude, longitude, bytes, ms since the row above)`,
  );
  const format = unit === 's' ? 'norway' : 'belgium';
  const builder = new CurveBuilder();
  let lastTime = -1;
  let lastRunning = -1;
  while (lines.next()) {
    const time = lines.whole();
    const running = lines.whole();
    lines.signed(90);
    lines.signed(180);
    const bytes = lines.whole();
    const lengthMs = lines.whole();
    lines.end();
    if (sixColumnFormat(time) !== format) {
      throw new TraceError(
        lines.line,
        `expected Unix time in ${unit} in column 1, from the year 2000 on.`,
      );
    }
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

/**
 * Reads a log of the 4G/LTE data set from Ghent, Belgium (van der Hooft et al., IEEE Communications
 * Letters 2016, https://users.ugent.be/~jvdrhoof/dataset-4g/), such as report_bus_0001.log: the first
 * column is Unix time in milliseconds, the last is padded with zeros. Throws TraceError.
 */
export function readBelgium(text: string): ReadTrace {
  return readSixColumns(text, 'ms');
}

/**
 * Reads a log of the 3G/HSDPA data set from Norway (Riiser, Vigmostad, Griwodz, Halvorsen, MMSys 2013,
 * https://datasets.simula.no/hsdpa-tcp-logs/), such as report.2010-09-13_1003CEST.log: the first column
 * is Unix time in seconds. Throws TraceError.
 */
export function readNorway(text: string): ReadTrace {
  return readSixColumns(text, 's');
}
