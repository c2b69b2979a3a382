import type { ServedClient, ServerEvent } from '../../../electron/ipc/server-port';

/** A client as a snapshot tells of it. */
export function served(change: Partial<ServedClient> & { client: number }): ServedClient {
  return {
    ...{ endpoint: '/stream', target: '/stream?file=media', seat: null, step: 'send' },
    ...{ arrivedMs: 0, seatedMs: null, heldBytes: 0, sentBytes: 0, totalBytes: null, frames: 0 },
    ...change,
  };
}

/** An event of the server's log. */
export function event(change: Partial<ServerEvent> & Pick<ServerEvent, 'kind'>): ServerEvent {
  return {
    ...{ tMs: 0, client: 1, method: 'GET', target: '/stream?chunk=1024', status: 200 },
    ...{ sentBytes: 0, seat: null, place: 0, waitedMs: 0, tookMs: 0 },
    range: '',
    ...{ remote: '127.0.0.1', userAgent: 'test' },
    ...change,
  };
}
