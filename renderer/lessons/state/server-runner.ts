import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { idOfAgent, type ClientState } from '../../../electron/ipc/clients-port';
import type { FromServer, ServerEvent } from '../../../electron/ipc/server-port';
import { clientLog, isOver, type ClientLog } from '../../../model/lesson/client-log';
import type { LessonRun, ServerRun } from '../../../model/lesson/types';
import { messageOf } from '../../../model/message-of';
import { Services } from '../../services/services';
import { say } from '../../ui/words';

/** What had come of an answer and what had been sent of it by a moment of the run. */
export interface Amounts {
  tMs: number;
  sentBytes: number;
  receivedBytes: number;
}

/** A client of the run as it is shown: what the lesson asks of it, and how it fares. */
export interface ShownClient {
  name: string;
  path: string;
  /** When it came; null before. */
  cameMs: number | null;
  log: ClientLog | null;
  /** Killed by the watchdog of its worker. */
  killed: boolean;
  amounts: readonly Amounts[];
}

interface ServerRunnerState {
  /** The run of the lesson that is set; null while none is. */
  set: LessonRun | null;
  /** The same with what the learner has changed. */
  asked: ServerRun | null;
  /** A run is "running" from when it is started, its server's start included. */
  phase: 'ready' | 'running' | 'ended';
  /** Why it cannot run, one sentence. */
  problem: string | null;
  /** Where its server listens; null while it does not. */
  origin: string | null;
  /** `performance.now()` at its moment 0; null before it. */
  zeroMs: number | null;
  /** When it was over, ms. */
  endedMs: number;
  clients: readonly ShownClient[];
  /** It is run beside the page, which is not told of its end. */
  beside: boolean;
  /** Requests that are answered and that wait, and what the box holds, bytes. */
  taken: number;
  waiting: number;
  boxBytes: number;
}

const NOTHING: ServerRunnerState = {
  ...{ set: null, asked: null, phase: 'ready', problem: null, origin: null, zeroMs: null },
  ...{ endedMs: 0, clients: [], beside: false, taken: 0, waiting: 0, boxBytes: 0 },
};

const store = createStore<ServerRunnerState>()(() => NOTHING);

/** A part of what is known of the server's run, for React. */
export const useServerRun = <T>(select: (state: ServerRunnerState) => T): T =>
  useStore(store, select);

/** The run's clock now, ms; 0 before its moment 0. */
export function serverRunMs(): number {
  const { phase, zeroMs, endedMs } = store.getState();
  if (zeroMs === null) return 0;
  return phase === 'ended' ? endedMs : performance.now() - zeroMs;
}

/** Server and clients that are not there by then never will be, ms. */
const START_MS = 30_000;

let services: Services | null = null;
/** Counts the runs that were asked for: the newest one wins. */
let turn = 0;
/** Of the run that goes on: what its processes have told, and what is still to be done in it. */
let told = nothingTold();

function nothingTold() {
  return {
    events: [] as ServerEvent[],
    clients: [] as readonly ClientState[],
    timers: [] as ReturnType<typeof setTimeout>[],
    boxOrigin: null as string | null,
    clientsReady: false,
    /** `performance.now()` at the server's own moment 0; the message under way for the shortest time tells it best. */
    serverZeroMs: Infinity,
  };
}

/** Makes a server's run ready, with what the learner has changed, and starts it when asked. */
export function setServerRun(
  run: LessonRun,
  { start, own = {} }: { start: boolean; own?: Partial<ServerRun> },
): void {
  if (!run.server) return;
  end();
  const asked = { ...run.server, ...own };
  const clients = asked.clients.map(({ name, path }): ShownClient => ({
    ...{ name, path, cameMs: null, log: null, killed: false, amounts: [] },
  }));
  store.setState({ ...NOTHING, set: run, asked, clients });
  if (start) void begin(asked);
}

/** Starts the run that is set, ends one that goes on, and makes one that has ended anew. */
export function startOrEndServerRun(): void {
  const { phase, set, asked } = store.getState();
  if (!set || !asked) return;
  if (phase === 'running') return finish();
  setServerRun(set, { start: true, own: asked });
}

/** Ends the run with its server, and forgets it. */
export function leaveServerRun(): void {
  end();
  store.setState(NOTHING);
}

/** Calls back with the clients of every run that comes to its end; returns the way to stop. */
export function followServerEnds(
  ended: (run: LessonRun, clients: ClientLog[]) => void,
): () => void {
  return store.subscribe(({ phase, set, clients, beside }, before) => {
    if (phase !== 'ended' || before.phase !== 'running' || !set || beside) return;
    ended(set, logsOf(clients));
  });
}

const logsOf = (clients: readonly ShownClient[]): ClientLog[] =>
  clients.flatMap(({ log }) => (log ? [log] : []));

/**
 * Makes a server's run beside the page, which then has set what it had before. Rejects with a sentence when a run of
 * the page goes on, when this one cannot be made, and when it is stopped.
 */
export async function runBeside(run: LessonRun, stop: AbortSignal): Promise<ClientLog[]> {
  const before = store.getState();
  if (before.phase === 'running') throw new Error(say('lessons.server.goesOn'));
  try {
    return await new Promise<ClientLog[]>((resolve, reject) => {
      const unfollow = store.subscribe(({ phase, problem, clients, set }) => {
        if (set !== run || (phase !== 'ended' && problem === null)) return;
        unfollow();
        if (problem === null) resolve(logsOf(clients));
        else reject(new Error(problem));
      });
      stop.addEventListener('abort', () => {
        unfollow();
        reject(new DOMException('', 'AbortError'));
      });
      setServerRun(run, { start: true });
      store.setState({ beside: true });
    });
  } finally {
    end();
    store.setState(before);
  }
}

async function begin(asked: ServerRun): Promise<void> {
  const mine = ++turn;
  told = nothingTold();
  store.setState({ phase: 'running' });
  after(START_MS, () => {
    if (store.getState().zeroMs === null) fail(say('lessons.server.late'));
  });
  services ??= new Services(window, window.bufferscope, heard, 'lesson');
  const { model, seats, watchdogMs } = asked;
  try {
    const server = {
      port: 0,
      model,
      seats,
      watchdogMs,
      mediaId: null,
      feedSource: 'test' as const,
    };
    await services.start(server);
  } catch (error) {
    if (mine === turn) fail(messageOf(error));
  }
}

/** What the processes of the run tell. */
const heard: ConstructorParameters<typeof Services>[2] = {
  server: heardServer,
  clients(message) {
    if (message.type === 'ready') {
      told.clientsReady = true;
      return comeIfReady();
    }
    if (message.type !== 'clients') return;
    told.clients = message.clients;
    look();
  },
  box(message) {
    if (message.type === 'answers') {
      const boxBytes = message.answers.reduce((sum, { heldBytes }) => sum + heldBytes, 0);
      return store.setState({ boxBytes });
    }
    const { asked } = store.getState();
    if (asked?.box) services?.toBox({ type: 'settings', settings: asked.box });
    told.boxOrigin = new URL(message.url).origin;
    comeIfReady();
  },
  exited(part, code) {
    fail(say(`lessons.server.ended.${part}`, { code }));
  },
  clientsFailed: fail,
};

function heardServer(message: FromServer): void {
  switch (message.type) {
    case 'listening':
      store.setState({ origin: new URL(message.url).origin });
      // Their process is started before the run begins, so that its start is no part of any wait.
      services?.toClients({ type: 'watch', id: null });
      return comeIfReady();
    case 'snapshot': {
      told.serverZeroMs = Math.min(told.serverZeroMs, performance.now() - message.tMs);
      const waiting = message.clients.filter(({ seatedMs }) => seatedMs === null).length;
      store.setState({ taken: message.clients.length - waiting, waiting });
      const sent = new Map(message.clients.map(({ client, sentBytes }) => [client, sentBytes]));
      return look(sent);
    }
    case 'events':
      told.events.push(...message.events);
      return look();
    case 'failed':
      return fail(message.message);
    case 'feed':
    case 'frame-taken':
      // Of the camera, which a lesson does not feed.
      return;
  }
}

/** Once server, box and clients are there, the run's clock begins, and each client comes at its time. */
function comeIfReady(): void {
  const { asked, origin, zeroMs } = store.getState();
  const target = asked?.box ? told.boxOrigin : origin;
  if (!asked || target === null || zeroMs !== null || !told.clientsReady) return;
  store.setState({ zeroMs: performance.now() });
  // The clients' process counts them as they come.
  const inOrder = [...asked.clients].sort((a, b) => a.at - b.at);
  for (const [i, { name, path, reads, at, leaves }] of inOrder.entries()) {
    after(at, () => {
      services?.toClients({ type: 'add', url: target + path, count: 1, kind: reads });
      change(name, { cameMs: serverRunMs() });
    });
    if (leaves !== undefined) {
      after(leaves, () => services?.toClients({ type: 'remove', ids: [i + 1] }));
    }
  }
  after(asked.untilMs, finish);
}

function after(ms: number, act: () => void): void {
  told.timers.push(setTimeout(act, ms));
}

const change = (name: string, to: Partial<ShownClient>): void =>
  store.setState(({ clients }) => ({
    clients: clients.map((client) => (client.name === name ? { ...client, ...to } : client)),
  }));

/** Puts together what clients and server tell of each other; a run in which all has ended is over. */
function look(sent: ReadonlyMap<number, number> = NONE_SENT): void {
  const { asked, phase, zeroMs, clients } = store.getState();
  if (!asked || phase !== 'running' || zeroMs === null) return;
  const inOrder = [...asked.clients].sort((a, b) => a.at - b.at).map(({ name }) => name);
  const nowMs = serverRunMs();
  const serverNowMs = performance.now() - told.serverZeroMs;
  const shown = clients.map((client): ShownClient => {
    const id = inOrder.indexOf(client.name) + 1;
    const seen = told.clients.find((each) => each.id === id);
    if (!seen) return client;
    const lines = told.events.filter(({ userAgent }) => idOfAgent(userAgent) === id);
    const before = client.amounts.at(-1);
    const end = lines.find((line) => isOver([line]));
    const number = lines[0]?.client ?? 0;
    const sentBytes = end?.sentBytes ?? sent.get(number) ?? before?.sentBytes ?? 0;
    const { receivedBytes } = seen;
    const grown = receivedBytes !== before?.receivedBytes || sentBytes !== before.sentBytes;
    return {
      ...client,
      log: clientLog(client.name, seen, lines, serverNowMs),
      killed: end?.kind === 'killed',
      amounts: grown
        ? [...client.amounts, { tMs: nowMs, sentBytes, receivedBytes }]
        : client.amounts,
    };
  });
  store.setState({ clients: shown });
  const allOver = shown.every(({ name, log }) => {
    const id = inOrder.indexOf(name) + 1;
    const lines = told.events.filter(({ userAgent }) => idOfAgent(userAgent) === id);
    return log !== null && log.state !== 'connecting' && log.state !== 'receiving' && isOver(lines);
  });
  if (allOver) finish();
}

const NONE_SENT: ReadonlyMap<number, number> = new Map();

/** The run is over: what is known of it stays as it is. */
function finish(): void {
  const endedMs = serverRunMs();
  end();
  store.setState({ phase: 'ended', endedMs, origin: null });
}

function fail(problem: string): void {
  end();
  store.setState({ phase: 'ready', problem, origin: null, zeroMs: null });
}

/** Ends the processes of a run that goes on. */
function end(): void {
  turn += 1;
  for (const timer of told.timers) clearTimeout(timer);
  told = nothingTold();
  if (store.getState().phase === 'running') void services?.stop().catch(() => undefined);
}
