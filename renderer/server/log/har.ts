import { version } from '../../../package.json';
import type { ServerEvent } from '../../../electron/ipc/server-port';
import { endsRequest } from './common-log-format';

/**
 * The requests that have ended as an HTTP Archive (HAR 1.2, "HTTP Archive 1.2", softwareishard.com), an entry each.
 * `origin` is where the server answered, `epochMs` the wall clock at its moment 0, ms since 1970. `wait` is the time in
 * the queue, `receive` the time that was worked on the response. Of the
 * headers the user agent and the range are known.
 */
export function httpArchive(
  events: readonly ServerEvent[],
  { origin, epochMs }: { origin: string; epochMs: number },
): string {
  const entries = events
    .filter(endsRequest)
    .map((event) => entryOf(event, origin, epochMs))
    .sort((a, b) => a.startedDateTime.localeCompare(b.startedDateTime));
  const creator = { name: 'Bufferscope', version };
  return `${JSON.stringify({ log: { version: '1.2', creator, entries } }, null, 1)}\n`;
}

/** What is not known of a size, as HAR says it. */
const UNKNOWN = -1;

function entryOf(event: ServerEvent, origin: string, epochMs: number) {
  const { tMs, waitedMs, tookMs, method, target, status, sentBytes, client } = event;
  const startedMs = epochMs + tMs - waitedMs - tookMs;
  // A target is what a client wrote, and may be no address at all.
  const url = `${origin}${target.startsWith('/') ? '' : '/'}${target}`;
  const asked = new URLSearchParams(target.includes('?') ? target.slice(target.indexOf('?')) : '');
  const query = [...asked].map(([name, value]) => ({ name, value }));
  const bare = { httpVersion: 'HTTP/1.1', cookies: [], headersSize: UNKNOWN };
  const known = [
    { name: 'User-Agent', value: event.userAgent },
    { name: 'Range', value: event.range },
  ];
  return {
    startedDateTime: new Date(startedMs).toISOString(),
    time: waitedMs + tookMs,
    request: {
      ...bare,
      ...{ method, url, queryString: query, bodySize: 0 },
      headers: known.filter(({ value }) => value !== ''),
    },
    response: {
      ...bare,
      // A client that left the queue never got a status.
      ...{ status, statusText: '', headers: [], redirectURL: '', bodySize: sentBytes },
      content: { size: sentBytes, mimeType: '' },
    },
    cache: {},
    timings: { send: 0, wait: waitedMs, receive: tookMs },
    connection: String(client),
    comment: event.kind,
  };
}
