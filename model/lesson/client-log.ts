/** What a client of a lesson's server tells of itself; times in ms since it asked. */
export interface SeenClient {
  state: 'connecting' | 'receiving' | 'done' | 'refused' | 'left' | 'failed';
  headMs: number | null;
  firstByteMs: number | null;
  lastByteMs: number | null;
  receivedBytes: number;
  /** Arrivals that can be told apart. */
  lumps: number;
  /** Whole parts of a feed, and how long one had lain there before its boundary closed it: the median. */
  frames: number;
  behindMs: number | null;
}

/** What the server's request log says of a client: one of its lines. */
export interface LoggedRequest {
  kind: string;
  /** Times on one clock, ms. */
  tMs: number;
  waitedMs: number;
  tookMs: number;
}

/** How one client of a server's run fared, ms, bytes and counts. */
export interface ClientLog extends SeenClient {
  /** As the lesson calls it. */
  name: string;
  /** How long it stood in the queue; null before it came. */
  waitedMs: number | null;
  /** How long it was served; null before it was. */
  servedMs: number | null;
  /** Its answer was cut off: an answer without a length, such as a feed, ends alike for its client either way. */
  broken: boolean;
}

/** The lines of the log with which a request ends. */
const ENDS = ['done', 'left', 'dropped', 'timed-out', 'killed', 'capped', 'refused', 'failed'];

/** Those of them with which the server cuts an answer off. */
const BREAKS = ['dropped', 'timed-out', 'killed', 'capped', 'failed'];

/** True once the log says how a request ended. */
export const isOver = (lines: readonly LoggedRequest[]): boolean =>
  lines.some(({ kind }) => ENDS.includes(kind));

/** What a client and the server's log say of it together, by a moment of the log's clock, ms. */
export function clientLog(
  name: string,
  seen: SeenClient,
  lines: readonly LoggedRequest[],
  nowMs: number,
): ClientLog {
  const queued = lines.find(({ kind }) => kind === 'queued');
  const seated = lines.find(({ kind }) => kind === 'seated');
  const end = lines.find(({ kind }) => ENDS.includes(kind));
  const known = seated ?? end;
  const waitedMs = known?.waitedMs ?? (queued ? nowMs - queued.tMs : null);
  const servedMs = seated ? (end?.tookMs ?? nowMs - seated.tMs) : null;
  const broken = seen.state === 'failed' || (end !== undefined && BREAKS.includes(end.kind));
  return { ...seen, name, waitedMs, servedMs, broken };
}
