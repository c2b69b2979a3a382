import type { RequestAnswer } from '../../../electron/ipc/contract';
import type { ClientKind, ClientState, FromClients } from '../../../electron/ipc/clients-port';
import type { FeedSource, WorkerModel } from '../../../electron/ipc/server-port';
import type { BoxedAnswer, BoxSettings } from '../../../electron/ipc/box-port';
import type { Asking } from './asked';
import type { Deliveries } from './deliveries';
import type { FeedPlan } from '../feed/feed-source';
import type { History, Snapshot } from './history';
import type { ShownEndpoint } from '../../services/endpoint-glyph';
import type { Mark } from '../../../model/run/marks';
import type { RequestLog } from './request-log';

export type Phase = 'stopped' | 'starting' | 'running' | 'stopping' | 'failed';

/** What "Add clients" adds. */
export interface ClientsToAdd {
  count: number;
  kind: ClientKind;
  /** Path and query, or MIX: /buffer and /stream of the same file in turn. */
  path: string;
}

export type Tail = Extract<FromClients, { type: 'tail' }>;

/** What the room looks at, besides what the server itself tells. */
export type LowerTab = 'log' | 'clients' | 'code' | 'watch';

/** What the Server room knows. */
export interface ServerRoomState {
  phase: Phase;
  /** When the phase began, `performance.now()` ms. */
  sinceMs: number;
  /** Why it failed, one sentence; null when it did not. */
  problem: string | null;
  /** "http://127.0.0.1:8417"; null until it listens. */
  origin: string | null;
  pid: number | null;
  baselineRssBytes: number | null;
  /** What it serves. */
  served: RequestAnswer<'server:start'>;
  model: WorkerModel;
  seats: number;
  /** What a sync worker may take for an answer, ms; null for as long as it lasts. */
  watchdogMs: number | null;
  /** What stands between new clients and the server; null for nothing. */
  box: BoxSettings | null;
  /** Where the box listens; null until it does. */
  boxOrigin: string | null;
  boxed: readonly BoxedAnswer[];
  /** How new clients ask. */
  asking: Asking;
  snapshot: Snapshot | null;
  /** `performance.now()` here at the server's own moment 0, as well as its messages tell; Infinity before them. */
  zeroMs: number;
  /** The wall clock at that moment, ms since 1970. */
  epochMs: number;
  log: RequestLog;
  /** An exported log that is shown in its place, by the name of its file; null for none. */
  opened: { name: string; log: RequestLog } | null;
  history: History;
  /** The newest answers from both ends. */
  deliveries: Deliveries;
  /** Counts up with each change of the log or the history, which are changed in place. */
  revision: number;
  clients: readonly ClientState[];
  /** Why there are no clients, one sentence; null when all is well. */
  clientsProblem: string | null;
  toAdd: ClientsToAdd;
  /** The client whose text is shown; null for the newest that reads text. */
  watched: number | null;
  tail: Tail | null;
  /** The endpoint whose code is shown. */
  endpoint: ShownEndpoint;
  tab: LowerTab;
  /** True while the window itself looks at /feed. */
  feedOn: boolean;
  /** What /feed is to show, as the person chose it; null for what suits the open source. */
  feedChosen: FeedSource | null;
  /** What /feed of the running server shows; null while none runs. */
  feed: FeedPlan | null;
  /** What a scenario has said and marked, on the server's clock, ascending. */
  marks: readonly Mark[];
  /** Why no picture of the camera comes, one sentence; null when all is well. */
  cameraProblem: string | null;
  /** What a button has just done, for a moment; null otherwise. */
  notice: string | null;
}

/** What a person can do here; each returns at once and reports through the state. */
export interface ServerRoomActions {
  /** S: starts on the usual port, or on one that is free; or stops. */
  startOrStop: () => void;
  start: (port: number) => void;
  stop: () => void;
  setWorkers: (change: { model?: WorkerModel; seats?: number; watchdogMs?: number | null }) => void;
  setBox: (box: BoxSettings | null) => void;
  setAsking: (change: Partial<Asking>) => void;
  setToAdd: (change: Partial<ClientsToAdd>) => void;
  /** A: adds what was chosen. */
  addClients: (what?: ClientsToAdd) => void;
  /** These leave; those that have left are forgotten. */
  removeClients: (ids: readonly number[]) => void;
  /** Ends one answer at the server, whoever asked for it. */
  dropResponse: (client: number) => void;
  watch: (id: number | null) => void;
  /** Has /feed show something else, of a running server at once. */
  setFeed: (source: FeedSource) => void;
  /** The window looks at /feed once more, after a camera could not be used. */
  askFeedAgain: () => void;
  /** Says for a moment what a button has done. */
  tell: (notice: string) => void;
  show: (change: Partial<Pick<ServerRoomState, 'endpoint' | 'tab' | 'feedOn'>>) => void;
}

export type ServerRoom = ServerRoomState & ServerRoomActions;
