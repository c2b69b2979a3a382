import type { FeedNow, ServedClient } from '../ipc/server-port';
import type { Dispatcher } from './dispatcher';
import type { Connections } from './http/connections';
import type { Workers } from './workers/workers';

/** The parts of a server that its status is read from. */
export interface StatusParts {
  dispatcher: Dispatcher;
  workers: Workers;
  connections: Connections;
  feed: FeedNow;
  queueLimit: number;
  baselineRssBytes: number;
}

/** What `/status` says; sizes in bytes, times in ms since the server started. */
export function statusOf({
  dispatcher,
  workers,
  connections,
  feed,
  queueLimit,
  baselineRssBytes,
}: StatusParts) {
  const clients = clientsSnapshot(dispatcher, workers);
  const open = clients.reduce((sum, { sentBytes }) => sum + sentBytes, 0);
  const { rss, external, arrayBuffers, heapUsed } = process.memoryUsage();
  return {
    tMs: Math.round(dispatcher.nowMs),
    pid: process.pid,
    workers: {
      model: workers.model,
      // Without a limit in async: JSON has no infinity.
      seats: Number.isFinite(workers.capacity) ? workers.capacity : null,
      taken: workers.served,
    },
    queue: { waiting: workers.waiting, limit: queueLimit },
    clients,
    connections: connections.count,
    bytes: {
      sent: dispatcher.figures.closedSentBytes + open,
      held: clients.reduce((sum, { heldBytes }) => sum + heldBytes, 0),
    },
    endpoints: dispatcher.figures.all(dispatcher.responses.values()),
    feed,
    // Microseconds of a core since the process began.
    cpu: process.cpuUsage(),
    memory: { rss, external, arrayBuffers, heapUsed, baselineRss: baselineRssBytes },
  };
}

/** Whoever waits or is worked on now, in the order of coming. */
export function clientsSnapshot(dispatcher: Dispatcher, workers: Workers): ServedClient[] {
  return [...dispatcher.responses.values()].map((response) => {
    const { client, endpoint, target, step, arrivedMs, seatedMs } = response;
    const { heldBytes, sentBytes, totalBytes, frames } = response;
    return {
      ...{ client, endpoint, target, seat: workers.seatOf(client), step, arrivedMs, seatedMs },
      ...{ heldBytes, sentBytes, totalBytes, frames },
    };
  });
}
