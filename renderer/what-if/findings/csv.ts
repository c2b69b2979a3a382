import type { Spread, SweepAxis, SweepPoint } from '../../../model/sweep/types';
import { say } from '../../ui/words';
import { axisUnit } from '../state/axis-words';

/** What is exported: one row a value. */
export interface SweepTable {
  axis: SweepAxis;
  points: readonly SweepPoint[];
  /** Where the axis ends, for the unit of its column. */
  to: number;
  media: string;
  mediaBytes: number;
  mediaSeconds: number;
  /** The link as a SPEC. */
  link: string;
  /** What was held the same, such as "chunk 1 MB". */
  settings: string;
}

/** A sweep as CSV (RFC 4180): units in the header; media, link and seeds named in each row. */
export function sweepCsv(table: SweepTable): string {
  const unit = axisUnit(table.axis, table.to);
  const header = [
    `${say(`whatIf.axisName.${table.axis}`)} (${unit.name})`,
    ...['startup delay', 'stall time'].flatMap((what) =>
      ['mean', 'least', 'most'].map((stat) => `${what} ${stat} (s)`),
    ),
    ...['mean', 'least', 'most'].map((stat) => `stalls ${stat}`),
    'runs without a stall',
    'runs',
    'seeds',
    'hardest seed',
    'problem',
    'method',
    'settings',
    'link',
    'media',
    'media size (MB)',
    'media length (s)',
  ];
  const rows = table.points.map((point) => [
    number(point.value / unit.per),
    ...seconds(point.startupDelayMs),
    ...(point.problem ? ['', '', ''] : seconds(point.stallTotalMs)),
    ...(point.problem ? ['', '', ''] : spread(point.stallCount, 1)),
    point.problem ? '' : String(point.smoothRuns),
    String(point.runs),
    point.runs === 0 ? '' : `1-${String(point.runs)}`,
    point.runs === 0 ? '' : String(point.hardestSeed),
    point.problem ?? '',
    'buffering (model)',
    table.settings,
    table.link,
    table.media,
    number(table.mediaBytes / 1e6),
    number(table.mediaSeconds),
  ]);
  return [header, ...rows].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

const seconds = (times: Spread | null): string[] => (times ? spread(times, 1000) : ['', '', '']);

const spread = ({ mean, min: least, max: most }: Spread, per: number): string[] =>
  [mean, least, most].map((value) => number(value / per));

/** Milliseconds and bytes stay whole; nothing is said more exactly than the model knows it. */
const number = (value: number): string => String(Number(value.toFixed(6)));

const quoted = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
