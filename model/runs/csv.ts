import type { LaneLog, RunLog, Sample } from '../run/schema';
import { SAMPLE_COLUMNS } from './kept-lines';
import { stallSpans } from './summary';

const HEAD = [
  ...['method', 't_s', 'state', 'read_bytes', 'held_bytes', 'sent_bytes', 'received_bytes'],
  ...['played_bytes', 'position_s', 'buffered_s', 'rss_bytes', 'buffered_bytes', 'held_back'],
  ...['live_delay_s', 'behind', 'stalls_s'],
];

/**
 * The samples of a run as CSV (RFC 4180), a row each; times in seconds, sizes in bytes. `held_back` is 1 where credit,
 * not the link, limited sending since the sample before; `live_delay_s` and `behind` are a camera's. The last row of a
 * lane holds its stalls as a list of [start, duration], in seconds; a lane without a sample has that row alone.
 */
export function runCsv({ lanes, lengthMs }: RunLog): string {
  const rows = lanes.flatMap((lane) => {
    const stalls = quoted(JSON.stringify(stallList(lane, lengthMs)));
    const last = lane.samples.length - 1;
    if (last < 0) return [rowOf({ method: lane.method, state: lane.state, stalls_s: stalls })];
    return lane.samples.map((sample, i) =>
      rowOf({ method: lane.method, ...cells(sample), stalls_s: i === last ? stalls : '' }),
    );
  });
  return [HEAD.join(','), ...rows, ''].join('\r\n');
}

/** What stands in a row, by its column; what is left out is empty. */
type Row = Readonly<Record<string, string | number>>;

const rowOf = (row: Row): string => HEAD.map((column) => row[column] ?? '').join(',');

function cells(sample: Sample): Row {
  const { tMs, state, bufferedBytes, heldBack, liveDelayMs, behind } = sample;
  const [, ...measures] = SAMPLE_COLUMNS;
  return {
    ...{ t_s: seconds(tMs), state },
    ...Object.fromEntries(measures.map((measure) => [COLUMN[measure], sample[measure]])),
    ...{ buffered_bytes: bufferedBytes, held_back: heldBack ? 1 : 0, behind: behind ?? '' },
    live_delay_s: typeof liveDelayMs === 'number' ? seconds(liveDelayMs) : '',
  };
}

const COLUMN: Readonly<Record<Exclude<(typeof SAMPLE_COLUMNS)[number], 'tMs'>, string>> = {
  readBytes: 'read_bytes',
  heldBytes: 'held_bytes',
  sentBytes: 'sent_bytes',
  receivedBytes: 'received_bytes',
  playedBytes: 'played_bytes',
  positionS: 'position_s',
  bufferedS: 'buffered_s',
  rssBytes: 'rss_bytes',
};

const stallList = (lane: LaneLog, lengthMs: number): [number, number][] =>
  stallSpans(lane, lengthMs).map(([fromMs, toMs]) => [seconds(fromMs), seconds(toMs - fromMs)]);

/** To a thousandth of a millisecond. */
const seconds = (ms: number): number => Math.round(ms * 1000) / 1e6;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
