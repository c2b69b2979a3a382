import { LANES } from '../delivery/types';
import { parseBytes, parseDurationMs } from '../units';

/** What a measure counts: milliseconds, bytes, or times and pieces. */
export type Dimension = 'time' | 'size' | 'count';

/** Whom a measure is about: a lane of a run, or a client of the server by its name in the lesson. */
type Subject = 'lane' | 'client';

/** What can be read off a run's log or off what the server and its clients told. */
export const MEASURES = {
  /** Startup delay; none while nothing has been played. */
  startup: { of: 'lane', dimension: 'time', moments: 0 },
  /** Bytes received when playback started. */
  'received-at-start': { of: 'lane', dimension: 'size', moments: 0 },
  stalls: { of: 'lane', dimension: 'count', moments: 0 },
  /** Length of all stalls together. */
  stalled: { of: 'lane', dimension: 'time', moments: 0 },
  /** When the first stall began. */
  'stalled-at': { of: 'lane', dimension: 'time', moments: 0 },
  /** Client buffer at a moment of the run's clock. */
  occupancy: { of: 'lane', dimension: 'size', moments: 1 },
  /** Least in the client buffer between two moments. */
  least: { of: 'lane', dimension: 'size', moments: 2 },
  /** Most that the reader held, counted. */
  held: { of: 'lane', dimension: 'size', moments: 0 },
  /** Most that the reader's process took beyond its own rest, measured. */
  'over-rest': { of: 'lane', dimension: 'size', moments: 0 },
  /** Most that lay in the client buffer. */
  ahead: { of: 'lane', dimension: 'size', moments: 0 },
  /** Chunks that the whole source is cut into. */
  chunks: { of: 'lane', dimension: 'count', moments: 0 },
  received: { of: 'lane', dimension: 'size', moments: 1 },
  /** When the last byte was there. */
  'all-received': { of: 'lane', dimension: 'time', moments: 0 },
  ended: { of: 'lane', dimension: 'time', moments: 0 },
  /** When the lane broke. */
  failed: { of: 'lane', dimension: 'time', moments: 0 },
  /** From asking to the head of the answer: where `await fetch()` goes on. */
  head: { of: 'client', dimension: 'time', moments: 0 },
  /** From asking to the first byte of the body. */
  first: { of: 'client', dimension: 'time', moments: 0 },
  /** From asking to the last byte that came. */
  last: { of: 'client', dimension: 'time', moments: 0 },
  /** How long it stood in the queue. */
  waited: { of: 'client', dimension: 'time', moments: 0 },
  /** How long it was served until its connection ended. */
  served: { of: 'client', dimension: 'time', moments: 0 },
  /** 1 when its connection broke before the answer was whole. */
  broken: { of: 'client', dimension: 'count', moments: 0 },
  /** Bytes of the body that it was given. */
  bytes: { of: 'client', dimension: 'size', moments: 0 },
  /** Arrivals: times at which bytes came, at least 50 ms apart. */
  arrivals: { of: 'client', dimension: 'count', moments: 0 },
  /** Pictures of a feed that it was given whole. */
  frames: { of: 'client', dimension: 'count', moments: 0 },
  /** How long a whole picture of a feed had lain there before its boundary closed it: the median. */
  behind: { of: 'client', dimension: 'time', moments: 0 },
} as const satisfies Record<string, { of: Subject; dimension: Dimension; moments: 0 | 1 | 2 }>;

export type MeasureName = keyof typeof MEASURES;
type NamesOf<S extends Subject> = {
  [K in MeasureName]: (typeof MEASURES)[K]['of'] extends S ? K : never;
}[MeasureName];
export type LaneMeasureName = NamesOf<'lane'>;
export type ClientMeasureName = NamesOf<'client'>;

/** Whether a measure is of a client, not of a lane. */
export const isOfClient = (name: MeasureName): name is ClientMeasureName =>
  MEASURES[name].of === 'client';
export const MEASURE_NAMES = Object.keys(MEASURES) as readonly MeasureName[];

/** A measure of one run of a lesson; `run` is null where the lesson leaves it out. */
export interface Measure {
  run: string | null;
  name: MeasureName;
  /** A method, or a client's name. */
  subject: string;
  /** ms of the run's clock. */
  momentsMs: number[];
}

const isMeasure = (name: string): name is MeasureName => Object.hasOwn(MEASURES, name);
const NAME = '[a-z][a-z0-9-]*';
const MEASURE = new RegExp(`^(?:(${NAME})\\.)?(${NAME})\\(([^()]*)\\)$`);

/** A name as a lesson gives it to a run, a client or an option. */
export const isName = (text: string): boolean => new RegExp(`^${NAME}$`).test(text);

/** Reads "startup(streaming)", "least(buffering 12s 40s)" or "small.first(a)"; null for anything else. */
export function parseMeasure(text: string): Measure | null {
  const [, run, name = '', list = ''] = MEASURE.exec(text.trim()) ?? [];
  if (!isMeasure(name)) return null;
  const [subject = '', ...rest] = list.trim().split(/\s*,\s*|\s+/);
  const { of, moments } = MEASURES[name];
  const known = of === 'lane' ? LANES.some((method) => method === subject) : isName(subject);
  if (!known || rest.length !== moments) return null;
  const momentsMs = rest.map(timeOf);
  if (momentsMs.some((ms) => ms === null)) return null;
  return { run: run ?? null, name, subject, momentsMs: momentsMs.filter((ms) => ms !== null) };
}

/** What a measure counts. */
export const dimensionOf = ({ name }: Pick<Measure, 'name'>): Dimension => MEASURES[name].dimension;

/** The text that parseMeasure reads back as the same measure. */
export function formatMeasure({ run, name, subject, momentsMs }: Measure): string {
  const list = [subject, ...momentsMs.map((ms) => `${String(ms / 1000)}s`)].join(' ');
  return `${run === null ? '' : `${run}.`}${name}(${list})`;
}

const OPERATORS = ['<=', '>=', '<', '>', '=', '~'] as const;
export type Operator = (typeof OPERATORS)[number];

/** What a log can be asked: "stalls(streaming) = 0", "small.startup(streaming) < large.startup(streaming)". */
export interface Condition {
  left: Measure;
  operator: Operator;
  /** A measure of the same dimension, or a value: ms, bytes or a number; null for "none". */
  right: Measure | { value: number | null };
}

/** Reads a condition; null for what is none. `~` is about: within a tenth, and at least within 0.15 s or 0.15 MB. */
export function parseCondition(text: string): Condition | null {
  const [, left = '', operator, right = ''] =
    /^\s*([^<>=~]+?)\s*(<=|>=|<|>|=|~)\s*([^<>=~]+?)\s*$/.exec(text) ?? [];
  const measure = parseMeasure(left);
  const known = OPERATORS.find((each) => each === operator);
  if (!measure || !known) return null;
  const other = parseMeasure(right);
  if (other) {
    return dimensionOf(other) === dimensionOf(measure)
      ? { left: measure, operator: known, right: other }
      : null;
  }
  if (right === 'none') return { left: measure, operator: known, right: { value: null } };
  const value = parseValue(right, dimensionOf(measure));
  return value === null ? null : { left: measure, operator: known, right: { value } };
}

/** Reads "1.5s", "10MB" or "3", by what is counted; null for anything else. */
export function parseValue(text: string, dimension: Dimension): number | null {
  if (dimension === 'time') return timeOf(text);
  if (dimension === 'count') return /^\d{1,9}$/.test(text) ? Number(text) : null;
  try {
    return parseBytes(text);
  } catch {
    return null;
  }
}

/** How far apart two values may be that are about the same, ms or bytes. */
const ABOUT: Record<Dimension, number> = { time: 150, size: 150_000, count: 0 };

/** Whether a condition holds of these two values; what has never happened is later and more than all that has. */
export function holds({ left, operator }: Condition, a: number | null, b: number | null): boolean {
  const [x, y] = [a ?? Infinity, b ?? Infinity];
  switch (operator) {
    case '<':
      return x < y;
    case '<=':
      return x <= y;
    case '>':
      return x > y;
    case '>=':
      return x >= y;
    case '=':
      return x === y;
    case '~':
      return isAbout(left, x, y);
  }
}

/**
 * Whether a value of a measure is about another: within a tenth of it, or what two clocks can agree on. What has never
 * happened is Infinity, and about nothing that has.
 */
export function isAbout(measure: Pick<Measure, 'name'>, value: number, other: number): boolean {
  if (value === other) return true;
  const tolerance = Math.max(ABOUT[dimensionOf(measure)], Math.abs(other) / 10);
  return Number.isFinite(other) && Math.abs(value - other) <= tolerance;
}

function timeOf(text: string): number | null {
  try {
    return parseDurationMs(text);
  } catch {
    return null;
  }
}
