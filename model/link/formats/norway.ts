import { readSixColumns } from './six-columns';
import type { ReadTrace } from './types';

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
