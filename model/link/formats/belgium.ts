import { readSixColumns } from './six-columns';
import type { ReadTrace } from './types';

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
