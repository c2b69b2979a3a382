import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ServerEvent } from '../ipc/server-port';

/** A request as far as the log knows it; one that was refused at the door never had an answer. */
interface Logged {
  client: number;
  request: IncomingMessage;
  raw: ServerResponse;
  arrivedMs?: number;
  seatedMs?: number | null;
  sentBytes?: number;
}

/** A longer Range header is cut: one range has two numbers. */
const MAX_RANGE = 60;

/** What happened to a request, for the log; times in ms since the server started. */
export function logEvent(
  logged: Logged,
  kind: ServerEvent['kind'],
  tMs: number,
  { seat = null, place = 0 }: { seat?: number | null; place?: number } = {},
): ServerEvent {
  const { client, request, raw, arrivedMs = tMs, seatedMs = null, sentBytes = 0 } = logged;
  return {
    tMs,
    client,
    kind,
    seat,
    place,
    sentBytes,
    method: request.method ?? '',
    target: request.url ?? '',
    status: raw.headersSent ? raw.statusCode : 0,
    waitedMs: (seatedMs ?? tMs) - arrivedMs,
    tookMs: seatedMs === null ? 0 : tMs - seatedMs,
    range: (request.headers.range ?? '').slice(0, MAX_RANGE),
    remote: request.socket.remoteAddress ?? '127.0.0.1',
    userAgent: request.headers['user-agent'] ?? '',
  };
}
