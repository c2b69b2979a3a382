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

/**
 * Reads a log of the 4G/LTE data set from Ghent, Belgium (van der Hooft et al., IEEE Communications
 * Letters 2016, https://users.ugent.be/~jvdrhoof/dataset-4g/), such as report_bus_0001.log: the first
 * column is Unix time in milliseconds, the last is padded with zeros. Throws TraceError.
 */
export function readBelgium(text: string): ReadTrace {
  return readSixColumns(
    text,
    'six columns (Unix time in ms, running ms, latitude, longitude, bytes, ms since the row above)',
  );
}

/**
 * Reads a log of the 3G/HSDPA data set from Norway (Riiser, Vigmostad, Griwodz, Halvorsen, MMSys 2013,
 * https://datasets.simula.no/hsdpa-tcp-logs/), such as report.2010-09-13_1003CEST.log: the first column
 * is Unix time in seconds. Throws TraceError.
 */
export function readNorway(text: string): ReadTrace {
  return readSixColumns(
    text,
    'six columns (Unix time in s, running ms, latitude, longitude, bytes, ms since the row above)',
  );
}
