import { Deliveries } from './deliveries';
import { History } from './history';
import { MIX } from './paths';
import { RequestLog } from './request-log';
import type { ServerRoomState } from './types';

type Told = Pick<
  ServerRoomState,
  | 'problem'
  | 'origin'
  | 'pid'
  | 'baselineRssBytes'
  | 'served'
  | 'snapshot'
  | 'log'
  | 'history'
  | 'deliveries'
  | 'clients'
  | 'boxOrigin'
  | 'boxed'
  | 'clientsProblem'
  | 'watched'
  | 'tail'
  | 'feedOn'
  | 'feed'
  | 'cameraProblem'
  | 'zeroMs'
  | 'epochMs'
>;

/** What is known of a server that has not told anything yet. */
export function nothingTold(): Told {
  return {
    ...{ problem: null, origin: null, pid: null, baselineRssBytes: null },
    ...{ served: { media: null, text: null }, snapshot: null },
    ...{ log: new RequestLog(), history: new History() },
    deliveries: new Deliveries(),
    ...{ boxOrigin: null, boxed: [] },
    ...{ clients: [], clientsProblem: null, watched: null, tail: null, feedOn: false },
    ...{ feed: null, cameraProblem: null },
    ...{ zeroMs: Infinity, epochMs: Infinity },
  };
}

/** The room before its first server. */
export function initialRoom(): ServerRoomState {
  return {
    ...nothingTold(),
    ...{ phase: 'stopped', sinceMs: 0, revision: 0 },
    ...{ model: 'sync', seats: 4, endpoint: '/buffer', tab: 'log', notice: null },
    ...{ watchdogMs: null, box: null },
    asking: { slips: [], header: false, unheld: [] },
    feedChosen: null,
    opened: null,
    marks: [],
    toAdd: { count: 5, kind: 'viewer', path: MIX },
  };
}
