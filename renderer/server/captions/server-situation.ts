import type { ServedClient, ServerEvent, WorkerModel } from '../../../electron/ipc/server-port';
import type { BoxedAnswer, BoxSettings } from '../../../electron/ipc/box-port';
import type { BoxWay } from '../../../model/box/gather';
import { isUnheld } from '../state/asked';
import type { Snapshot } from '../state/history';
import type { Phase } from '../state/types';

/** The Server room at one moment, ready for the rules of its captions. */
export interface ServerSituation {
  phase: Phase;
  problem: string | null;
  model: WorkerModel;
  /** Seats that there are; 0 in async. */
  seats: number;
  /** Clients whose response is open. */
  open: number;
  waiting: number;
  /** Who is next; null while nobody waits. */
  next: number | null;
  /** A client with an open response that keeps the server waiting; null when there is none. */
  slow: number | null;
  /** What stands between, and what it holds of all answers, bytes; null for nothing. */
  box: {
    way: BoxWay;
    gatherBytes: number;
    heldBytes: number;
    passes: boolean;
    open: number;
  } | null;
  /** A worker that its watchdog killed just now. */
  killed: { client: number; seat: number; tookMs: number } | null;
  /** Who gets the most without backpressure, and whoever gets the same with it; what is held for them, bytes. */
  unheld: { client: number; heldBytes: number; beside: Held | null } | null;
  /** An answer without backpressure that came to the memory cap just now. */
  capped: { client: number; sentBytes: number } | null;
  /** Refused with 503 just now. */
  refused: number | null;
  /** Got a seat just now, after it had to wait for it. */
  seated: { client: number; seat: number; waitedMs: number } | null;
}

interface Held {
  client: number;
  heldBytes: number;
}

/** How long something counts as having just happened, ms. */
const JUST_MS = 3000;
/** Who waited for less than this did not notice, ms. */
const NOTICED_MS = 1000;

export interface ServerReading {
  phase: Phase;
  problem: string | null;
  model: WorkerModel;
  snapshot: Snapshot | null;
  box?: { settings: BoxSettings; answers: readonly BoxedAnswer[] } | null;
  /** The newest events, newest first. */
  recent: readonly ServerEvent[];
  /** On the server's clock. */
  nowMs: number;
}

function boxNow({ settings, answers }: NonNullable<ServerReading['box']>): ServerSituation['box'] {
  const open = answers.filter(({ state }) => state === 'open');
  return {
    way: settings.way,
    gatherBytes: settings.gatherBytes,
    heldBytes: open.reduce((sum, { heldBytes }) => sum + heldBytes, 0),
    passes: open.some(({ way }) => way === 'pass'),
    open: open.length,
  };
}

function unheldNow(open: readonly ServedClient[]): ServerSituation['unheld'] {
  const most = open
    .filter(({ target, heldBytes }) => isUnheld(target) && heldBytes > 0)
    .reduce<ServedClient | null>((a, b) => (a && a.heldBytes >= b.heldBytes ? a : b), null);
  if (!most) return null;
  const { client, heldBytes, endpoint } = most;
  const beside = open.find((one) => one.endpoint === endpoint && !isUnheld(one.target));
  return {
    ...{ client, heldBytes },
    beside: beside ? { client: beside.client, heldBytes: beside.heldBytes } : null,
  };
}

/** What of it all a caption can tell. */
export function readServer(reading: ServerReading): ServerSituation {
  const { phase, problem, snapshot, recent, nowMs } = reading;
  const clients = snapshot?.clients ?? [];
  const open = clients.filter(({ seatedMs }) => seatedMs !== null);
  const queue = clients.filter(({ seatedMs }) => seatedMs === null);
  const just = recent.filter(({ tMs }) => nowMs - tMs < JUST_MS);
  const seated = just.find(({ kind, waitedMs }) => kind === 'seated' && waitedMs >= NOTICED_MS);
  const killed = just.find(({ kind }) => kind === 'killed');
  const capped = just.find(({ kind }) => kind === 'capped');
  return {
    box: reading.box ? boxNow(reading.box) : null,
    killed: killed
      ? { client: killed.client, seat: killed.seat ?? 0, tookMs: killed.tookMs }
      : null,
    unheld: unheldNow(open),
    capped: capped ? { client: capped.client, sentBytes: capped.sentBytes } : null,
    ...{ phase, problem, model: snapshot?.model ?? reading.model, seats: snapshot?.seats ?? 0 },
    ...{ open: open.length, waiting: queue.length },
    next: queue[0]?.client ?? null,
    slow: open.find(({ step }) => step === 'drain')?.client ?? null,
    refused: just.find(({ status }) => status === 503)?.client ?? null,
    seated:
      seated && seated.seat !== null
        ? { client: seated.client, seat: seated.seat, waitedMs: seated.waitedMs }
        : null,
  };
}
