import { checkLines } from './limits';
import { CurveBuilder } from './curve-builder';
import { TraceError, unexpected } from './trace-error';
import type { ReadTrace } from './types';

/** Seconds that one row stands for, as in Pensieve's use of the data. */
const ROW_MS = 5000;

/** Columns counted from 0, where a file has no head that says so. */
const UNIT_COLUMN = 0;
const RATE_COLUMN = 6;

const EXPECTED =
  'a row of curr_webget with bytes_sec, a number of at least 0, in column 6 (from 0)';

/** True for a first line that is a row or the head of curr_webget: seven or more columns between commas. */
export function looksLikeFcc(line: string): boolean {
  return line.split(',').length > RATE_COLUMN;
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
  let rateColumn = RATE_COLUMN;
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
    if (unit === null && row.includes('bytes_sec')) {
      rateColumn = headColumn(row, line);
      unit = '';
      continue;
    }
    builder.until(builder.endMs + ROW_MS, rateOf(row, rateColumn, line), line);
    const own = field(row, UNIT_COLUMN) ?? '';
    units ||= unit !== null && unit !== '' && own !== unit;
    unit = own;
  }
  const note = units
    ? 'The rows of several units follow one another as they stand in the file.'
    : null;
  return { curve: builder.finish(last), latencyMs: 0, note };
}

function rateOf(row: string, column: number, line: number): number {
  const text = field(row, column);
  if (text === null || !/^\d+(?:\.\d*)?(?:[eE][+-]?\d+)?$/.test(text)) {
    throw unexpected(line, EXPECTED, text ?? row);
  }
  return Number(text);
}

function headColumn(row: string, line: number): number {
  for (let column = 0; ; column += 1) {
    const name = field(row, column);
    if (name === null) throw new TraceError(line, 'expected a column named bytes_sec in the head.');
    if (name === 'bytes_sec') return column;
  }
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
