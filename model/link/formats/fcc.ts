import { checkLines } from './limits';
import { CurveBuilder } from './curve-builder';
import { unexpected } from './trace-error';
import type { ReadTrace } from './types';

/** Seconds that one row stands for, as in Pensieve's use of the data. */
const ROW_MS = 5000;

/** Where the columns that are used stand, counted from 0. */
interface Columns {
  unit: number;
  time: number;
  rate: number;
}

/** The columns of curr_webget, where a file has no head that says so. */
const PLAIN: Columns = { unit: 0, time: 1, rate: 6 };

/** Names of the columns that tell curr_webget from another maker's table, in the order of `Columns`. */
const NAMES: Readonly<Record<keyof Columns, string>> = {
  unit: 'unit_id',
  time: 'dtime',
  rate: 'bytes_sec',
};

const EXPECTED =
  'a row of curr_webget: unit_id, dtime as in "2016-01-04 03:00:00", and as bytes_sec a number of at least 0';

const UNIT = /^\d+$/;
const TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d(?:\.\d+)?)?$/;
const RATE = /^\d+(?:\.\d*)?(?:[eE][+-]?\d+)?$/;

/** True for a first line that is the head or a row of curr_webget: its own names, or a unit and a date and time. */
export function looksLikeFcc(line: string): boolean {
  return headOf(line) !== null || (isRow(line, PLAIN) && field(line, PLAIN.rate) !== null);
}

/**
 * Reads curr_webget.csv of the FCC's raw data (https://www.fcc.gov/oet/mba/raw-data-releases): column 6,
 * counted from 0, is bytes_sec, bytes per second; the head, when there is one, says where it stands. Each
 * row lasts 5 s, as Pensieve takes it (https://github.com/hongzimao/pensieve, traces/fcc), and rows follow
 * one another as they stand. Throws TraceError.
 */
export function readFcc(text: string): ReadTrace {
  const builder = new CurveBuilder();
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let columns: Columns | null = null;
  let unit: string | null = null;
  let units = false;
  let line = 0;
  let last = 1;
  for (let at = start; at < text.length;) {
    line += 1;
    checkLines(line);
    const newline = text.indexOf('\n', at);
    const end = newline === -1 ? text.length : newline;
    const row = text.slice(at, end);
    at = end + 1;
    if (row.trim() === '') continue;
    last = line;
    if (columns === null) {
      const head = headOf(row);
      columns = head ?? PLAIN;
      if (head) continue;
    }
    builder.until(builder.endMs + ROW_MS, rateOf(row, columns, line), line);
    const own = field(row, columns.unit) ?? '';
    units ||= unit !== null && own !== unit;
    unit = own;
  }
  const note = units
    ? 'The rows of several units follow one another as they stand in the file.'
    : null;
  return { curve: builder.finish(last), latencyMs: 0, note };
}

function rateOf(row: string, columns: Columns, line: number): number {
  const text = field(row, columns.rate);
  if (text === null || !RATE.test(text) || !isRow(row, columns)) {
    throw unexpected(line, EXPECTED, row);
  }
  return Number(text);
}

function isRow(row: string, { unit, time }: Columns): boolean {
  return UNIT.test(field(row, unit) ?? '') && TIME.test(field(row, time) ?? '');
}

/** Where a head says that the columns stand; null for a line that does not name all of them. */
function headOf(row: string): Columns | null {
  const columns = { unit: -1, time: -1, rate: -1 };
  for (let column = 0; ; column += 1) {
    const name = field(row, column);
    if (name === null) break;
    for (const key of Object.keys(NAMES) as (keyof Columns)[]) {
      if (name === NAMES[key]) columns[key] = column;
    }
  }
  return Object.values(columns).includes(-1) ? null : columns;
}

/** One field of a row, without its quotes; null behind the last one. A comma within quotes separates nothing. */
function field(row: string, column: number): string | null {
  let index = 0;
  let start = 0;
  let quoted = false;
  for (let at = 0; at <= row.length; at += 1) {
    const code = at === row.length ? 44 : row.charCodeAt(at);
    if (code === 34) quoted = !quoted;
    if (code !== 44 || (quoted && at < row.length)) continue;
    if (index === column) return unquoted(row.slice(start, at).trim());
    index += 1;
    start = at + 1;
  }
  return null;
}

function unquoted(text: string): string {
  return text.startsWith('"') && text.endsWith('"') && text.length > 1 ? text.slice(1, -1) : text;
}
