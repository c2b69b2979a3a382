import type { Method } from '../delivery/types';
import { frameAt } from '../run/frame';
import type { DownTime, LaneLog } from '../run/schema';
import type { ClientLog } from './client-log';
import { isOfClient, type ClientMeasureName, type LaneMeasureName, type Measure } from './measure';

/** What a run is measured by: the lanes of one of Compare, live or simulated, or the clients of a server's. */
export interface MeasuredRun {
  lanes: readonly LaneLog[];
  outages: readonly DownTime[];
  clients?: readonly ClientLog[];
}

/**
 * What a log says of a measure: ms, bytes or a count; null for what has not happened, and for what this log does not
 * know (the memory of a process in a simulated run).
 */
export function measureRun(run: MeasuredRun, measure: Omit<Measure, 'run'>): number | null {
  const { name, subject, momentsMs } = measure;
  if (isOfClient(name)) {
    const client = run.clients?.find((each) => each.name === subject);
    return client ? measureClient(client, name) : null;
  }
  const log = run.lanes.find(({ method }) => method === (subject as Method));
  return log ? measureLane(log, run.outages, name, momentsMs) : null;
}

function measureLane(
  log: LaneLog,
  outages: readonly DownTime[],
  name: LaneMeasureName,
  momentsMs: readonly number[],
): number | null {
  const [fromMs = 0, toMs = Infinity] = momentsMs;
  const occupancyAt = (tMs: number): number => frameAt({ log, outages }, tMs).bufferedBytes;
  switch (name) {
    case 'startup':
      return log.startupDelayMs;
    case 'received-at-start':
      return log.startupDelayMs === null ? null : receivedBy(log, log.startupDelayMs);
    case 'stalls':
      return log.stallCount;
    case 'stalled':
      return log.stallTotalMs;
    case 'stalled-at':
      return log.stalls[0]?.atMs ?? null;
    case 'occupancy':
      return reached(log, fromMs) ? occupancyAt(fromMs) : null;
    case 'least': {
      if (!reached(log, fromMs)) return null;
      const within = log.samples.filter(({ tMs }) => tMs >= fromMs && tMs <= toMs);
      return Math.min(occupancyAt(fromMs), ...within.map(({ bufferedBytes }) => bufferedBytes));
    }
    case 'held':
      return log.memory.peakHeldBytes;
    case 'over-rest': {
      const { baselineRssBytes, peakRssBytes } = log.memory;
      return peakRssBytes === 0 ? null : Math.max(0, peakRssBytes - baselineRssBytes);
    }
    case 'ahead':
      return Math.max(0, ...log.samples.map(({ bufferedBytes }) => bufferedBytes));
    case 'chunks':
      return log.sourceBytes === null ? null : Math.ceil(log.sourceBytes / log.rules.chunkBytes);
    case 'received':
      return reached(log, fromMs) ? receivedBy(log, fromMs) : null;
    case 'all-received':
      return eventMs(log, 'received-all');
    case 'ended':
      return log.endedMs;
    case 'failed':
      return eventMs(log, 'error');
  }
}

function measureClient(client: ClientLog, name: ClientMeasureName): number | null {
  switch (name) {
    case 'head':
      return client.headMs;
    case 'first':
      return client.firstByteMs;
    case 'last':
      return client.lastByteMs;
    case 'waited':
      return client.waitedMs;
    case 'served':
      return client.servedMs;
    case 'broken':
      return client.broken ? 1 : 0;
    case 'bytes':
      return client.receivedBytes;
    case 'arrivals':
      return client.lumps;
    case 'frames':
      return client.frames;
    case 'behind':
      return client.behindMs;
  }
}

const eventMs = ({ events }: LaneLog, kind: 'received-all' | 'error'): number | null =>
  events.find((event) => event.kind === kind)?.tMs ?? null;

/** Whether a lane had come to a moment. */
const reached = ({ samples }: LaneLog, tMs: number): boolean => (samples.at(-1)?.tMs ?? -1) >= tMs;

/** Bytes that had come by a moment, a sample later at most: what starts a player has come just before it. */
function receivedBy({ samples, chunks, receivedBytes }: LaneLog, tMs: number): number {
  const come = chunks.filter(({ receivedMs }) => receivedMs <= tMs).at(-1);
  if (come) return come.toBytes;
  return samples.find((sample) => sample.tMs >= tMs)?.receivedBytes ?? receivedBytes;
}
