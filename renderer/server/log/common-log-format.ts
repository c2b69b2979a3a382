import type { ServerEvent } from '../../../electron/ipc/server-port';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Kinds of events that end a request: the exports have one line or entry for each request, written at its end. */
export const REQUEST_ENDS = [
  'done',
  'left',
  'dropped',
  'timed-out',
  'killed',
  'capped',
  'refused',
  'failed',
] as const satisfies readonly ServerEvent['kind'][];

/** Whether an event ends its request. */
export const endsRequest = ({ kind }: ServerEvent): boolean =>
  REQUEST_ENDS.some((end) => end === kind);

/**
 * The requests that have ended in the Common Log Format of the W3C and of Apache's access logs: host, two names
 * that are not known, time, request, status, bytes. `epochMs` is the wall clock at the server's moment 0, ms
 * since 1970; times are written in UTC.
 */
export function commonLog(events: readonly ServerEvent[], epochMs: number): string {
  return events
    .filter(endsRequest)
    .map((event) => `${line(event, epochMs)}\n`)
    .join('');
}

function line(event: ServerEvent, epochMs: number): string {
  const { remote, method, target, status, sentBytes, tMs } = event;
  const request = escaped(`${method} ${target} HTTP/1.1`);
  const bytes = sentBytes > 0 ? String(sentBytes) : '-';
  // A client that left the queue never got a status; nginx calls that 499.
  const code = status > 0 ? status : 499;
  return `${remote} - - [${moment(new Date(epochMs + tMs))}] "${request}" ${String(code)} ${bytes}`;
}

/** 22/Nov/2026:02:43:48 +0000 */
function moment(date: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = `${two(date.getUTCDate())}/${MONTHS[date.getUTCMonth()] ?? ''}/${String(date.getUTCFullYear())}`;
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':');
  return `${day}:${time} +0000`;
}

/** As Apache writes what would break a line: \xhh, and a backslash before quotes and backslashes. */
function escaped(text: string): string {
  return text.replace(/["\\]|[^\x20-\x7e]/gu, (char) => {
    if (char === '"' || char === '\\') return `\\${char}`;
    return [...new TextEncoder().encode(char)]
      .map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`)
      .join('');
  });
}
