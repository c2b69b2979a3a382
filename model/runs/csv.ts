import type { RunLog } from '../run/schema';
import { SAMPLE_COLUMNS } from './kept-lines';
import { stallSpans } from './summary';

const HEAD = [
  ...['method', 't_s', 'state', 'read_bytes', 'held_bytes', 'sent_bytes', 'received_bytes'],
  ...['played_bytes', 'position_s', 'buffered_s', 'rss_bytes', 'buffered_bytes', 'stalls_s'],
];

/**
 * The samples of a run as CSV (RFC 4180), a row each; times in seconds, sizes in bytes. The last row of a lane holds
 * its stalls as a list of [start, duration], in seconds.
 */
export function runCsv({ lanes, lengthMs }: RunLog): string {
  const rows = lanes.flatMap((lane) =>
    lane.samples.map((sample, i) => {
      const [tMs = 0, ...numbers] = SAMPLE_COLUMNS.map((column) => sample[column]);
      const last = i === lane.samples.length - 1;
      const stalls = last ? quoted(JSON.stringify(stallList(lane, lengthMs))) : '';
      const { state, bufferedBytes } = sample;
      return [lane.method, seconds(tMs), state, ...numbers, bufferedBytes, stalls].join(',');
    }),
  );
  return [HEAD.join(','), ...rows, ''].join('\r\n');
}

const stallList = (lane: RunLog['lanes'][number], lengthMs: number): [number, number][] =>
  stallSpans(lane, lengthMs).map(([fromMs, toMs]) => [seconds(fromMs), seconds(toMs - fromMs)]);

/** To a thousandth of a millisecond. */
const seconds = (ms: number): number => Math.round(ms * 1000) / 1e6;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
