import { textOf } from '../ui/words';
import type { Method } from '../../model/delivery/types';
import { lastBackMs } from '../../model/run/down-time';
import { figuresAt } from '../../model/run/figures-at';
import { heldWithin } from '../../model/run/flow';
import { notedLagAt } from '../../model/run/player-lag';
import { shownDelayMs, type LaneFrame } from '../../model/run/frame';
import { errorAt, type LaneFacts } from '../../model/run/lane-facts';
import type { RunLane, RunPhase, RunView } from '../../model/run/run-view';
import { kindOf } from '../../model/source/kinds';
import type { LaneError } from '../../model/run/schema';
import type { LanePlan } from '../../model/run/run-plan';
import { linkDownOf } from '../apparatus/scene';

/** What one lane is living through, as far as a caption can tell of it. */
export type LaneEvent =
  | 'waiting'
  | 'playing'
  /** Everything has arrived, so no link can stop it. */
  | 'safe'
  | 'stalled'
  | 'ended'
  | 'failed';

export interface LaneSituation {
  method: Method;
  event: LaneEvent;
  /** Seconds of media in the client buffer. */
  reserveS: number;
  /** Held back within the last few seconds: its client buffer is full. */
  held: boolean;
  startupDelayMs: number | null;
  stallTotalMs: number;
  /** What its player has lost by itself, ms; 0 while that is not worth a word. */
  playerLagMs: number;
  /** The sentence of its error; null when it has none. */
  error: string | null;
  errorCode: LaneError['code'] | null;
  /** Bytes that its server holds, and whether that has read all of the source. */
  heldBytes: number;
  readAll: boolean;
  /** True for a few seconds after it failed. */
  errorNew: boolean;
  /** Bytes at which it starts. */
  startBytes: number;
  /** Bytes ahead at which it resumes after a stall. */
  resumeBytes: number;
  /** The moment, ms of the run's clock. */
  tMs: number;
  /** How old the shown picture of a camera is, ms; null before the first. */
  liveDelayMs: number | null;
  behind: LaneFacts['behind'];
}

/** A run at one moment, ready for the rules of captions. */
export interface Situation {
  phase: RunPhase;
  /** Null while the link is up. */
  down: { byHand: boolean } | null;
  /** True for a few seconds after the link came back. */
  back: boolean;
  /** True when the link's nominal rate is below the media's. */
  slow: boolean;
  /** What is delivered, and how. */
  plan: LanePlan;
  lanes: LaneSituation[];
}

/** How long something counts as having just happened, ms of wall time. */
const JUST_MS = 3000;
const ERROR_MS = 8000;

/** The last moment before another that can still be told from it, ms. */
const BEFORE_MS = 1e-3;

/** What a situation is read from; every RunView is one. */
export type SituatedRun = Pick<RunView, 'plan' | 'lanes' | 'outages'>;

/** What a run lives through at one moment, from its logs alone: asked twice, it answers the same. */
export function situationAt(run: SituatedRun, tMs: number, phase: RunPhase): Situation {
  const { media, settings, link } = run.plan;
  const framesAt = (atMs: number): LaneFrame[] => run.lanes.map((lane) => lane.frameAt(atMs));
  const frames = framesAt(tMs);
  const down = linkDownOf(frames);
  const backMs = lastBackMs(run.outages(), tMs);
  const justBack = !down && tMs - backMs < JUST_MS * settings.speed;
  return {
    phase,
    down,
    // A link that nobody needed any more was not missed.
    back: justBack && linkDownOf(framesAt(backMs - BEFORE_MS)) !== null,
    slow: link.spec.rate < kindOf(media).neededRate(media),
    plan: run.plan,
    lanes: run.lanes.flatMap((lane, i) => {
      const frame = frames[i];
      return frame ? [laneSituation(run, lane, frame)] : [];
    }),
  };
}

function laneSituation(
  { plan: { media, rules, settings } }: SituatedRun,
  { method, log }: RunLane,
  frame: LaneFrame,
): LaneSituation {
  const { tMs } = frame;
  const own = rules.find((lane) => lane.method === method);
  const error = errorAt(log, tMs);
  const errorMs = log.events.findLast(({ kind }) => kind === 'error')?.tMs ?? -Infinity;
  const { startupDelayMs, stallTotalMs } = figuresAt(log, tMs);
  return {
    method,
    event: error ? 'failed' : eventOf(frame, own ? kindOf(media).safeBytes(media, own) : Infinity),
    reserveS: frame.bufferedS,
    held: heldWithin(log.samples, tMs - JUST_MS * settings.speed, tMs),
    startupDelayMs,
    stallTotalMs,
    playerLagMs: notedLagAt(log, frame),
    error: error && textOf(error.texts?.message, error.message),
    errorCode: error?.code ?? null,
    heldBytes: frame.heldBytes,
    readAll: frame.readBytes >= (log.sourceBytes ?? Infinity),
    errorNew: error !== null && tMs - errorMs < ERROR_MS * settings.speed,
    startBytes: own?.startBytes ?? 0,
    resumeBytes: own?.resumeBytes ?? 0,
    tMs,
    liveDelayMs: shownDelayMs(frame),
    behind: frame.behind ?? null,
  };
}

function eventOf({ state, receivedBytes }: LaneFrame, sourceBytes: number): LaneEvent {
  switch (state) {
    case 'rebuffering':
      return 'stalled';
    case 'playing':
      return receivedBytes >= sourceBytes ? 'safe' : 'playing';
    case 'ended':
      return 'ended';
    case 'failed':
      return 'failed';
    case 'starting':
    case 'paused':
      return 'waiting';
  }
}
