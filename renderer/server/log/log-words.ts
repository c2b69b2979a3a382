import { fixedFigure, secondsFigure, sizeFigure } from '../../../model/figures';
import type { ServerEvent } from '../../../electron/ipc/server-port';
import { slipOf } from '../state/asked';
import { say } from '../../ui/words';

/** One line of the log as people read it. */
export interface LogWords {
  time: string;
  client: string;
  request: string;
  status: string;
  /** True for a client that was cut short. */
  closed: boolean;
  sent: string;
  what: string;
}

const CUT_SHORT: readonly ServerEvent['kind'][] = [
  'left',
  'dropped',
  'timed-out',
  'killed',
  'capped',
  'failed',
];

/** An event in words; the request without its query, which the export has. */
export function logWords(event: ServerEvent): LogWords {
  const { tMs, client, method, target, kind, status, sentBytes } = event;
  const closed = CUT_SHORT.includes(kind);
  return {
    time: fixedFigure(tMs / 1000, 1),
    client: client > 0 ? String(client) : '',
    request: `${method} ${target.split('?', 1)[0] ?? ''}`,
    status: closed ? say('server.log.statuses.closed') : statusWord(kind, status),
    closed,
    sent: sentBytes > 0 ? sentFigure(sentBytes) : '',
    what: what(event),
  };
}

/** Bytes that were sent: kB where MB would be a row of noughts. */
export function sentFigure(bytes: number): string {
  if (bytes === 0) return '0 MB';
  if (bytes < 1000) return `${String(bytes)} B`;
  if (bytes < 100_000) return `${fixedFigure(bytes / 1000, 1)} kB`;
  return sizeFigure(bytes);
}

function statusWord(kind: ServerEvent['kind'], status: number): string {
  if (kind === 'queued') return say('server.log.statuses.waiting');
  return status > 0 ? String(status) : '';
}

function what({ kind, seat, place, waitedMs, tookMs, status, target }: ServerEvent): string {
  const gaps = {
    ...{ seat: seat ?? 0, place, waited: secondsFigure(waitedMs), took: secondsFigure(tookMs) },
  };
  const line = (key: string): string => say(`server.log.events.${key}`, gaps);
  // Less than this rounds to no waiting at all.
  const waited = waitedMs >= 50;
  switch (kind) {
    case 'seated':
      if (seat === null) return line('begun');
      return line(waited ? 'seatedAfter' : 'seated');
    case 'left':
      return line(tookMs === 0 && waited ? 'leftQueue' : 'left');
    case 'refused':
      return line([403, 405, 503].includes(status) ? `refused${String(status)}` : 'refused');
    case 'done': {
      // What the client got is what the slip is about.
      const slip = slipOf(target);
      return slip === null ? line(kind) : say(`box.log.${slip}`, gaps);
    }
    case 'queued':
    case 'backpressure':
    case 'killed':
    case 'capped':
    case 'dropped':
    case 'timed-out':
    case 'failed':
      return line(kind);
  }
}
