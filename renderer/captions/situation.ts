import type { LiveSettings } from '../../model/camera/types';
import type { Method } from '../../model/delivery/types';
import { shownDelayMs, type LaneFrame } from '../../model/run/frame';
import type { LaneFacts } from '../../model/run/lane-facts';
import type { RunPhase } from '../../model/run/run-view';
import type { Scene } from '../apparatus/scene';
import type { MediaInfo } from '../../model/media/types';
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
  /** True for a few seconds after it failed. */
  errorNew: boolean;
  /** Bytes at which it starts. */
  startBytes: number;
  /** Bytes ahead at which it resumes after a stall. */
  resumeBytes: number;
  /** What a camera is set to; null when the source has an end. */
  live: LiveSettings | null;
  /** Full buffer is still recording its camera. */
  recording: boolean;
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
  /** The source is a camera. */
  live: boolean;
  lanes: LaneSituation[];
}

/** How long something counts as having just happened, ms of wall time. */
const JUST_MS = 3000;
const ERROR_MS = 8000;

export interface LaneReading {
  method: Method;
  frame: LaneFrame;
  facts: LaneFacts | undefined;
  sourceBytes: number;
  startBytes: number;
  resumeBytes: number;
}

export interface Reading {
  phase: RunPhase;
  shownMs: number;
  speed: number;
  down: { byHand: boolean } | null;
  slow: boolean;
  /** What a camera is set to; null when the source has an end. */
  live: LiveSettings | null;
  lanes: LaneReading[];
}

/** Follows one run and remembers for a few seconds what has just happened. */
export class SituationReader {
  #downMs = -Infinity;
  readonly #heldMs = new Map<Method, number>();
  readonly #failedMs = new Map<Method, number>();

  read({ phase, shownMs, speed, down, slow, live, lanes }: Reading): Situation {
    if (down) this.#downMs = shownMs;
    const within = (sinceMs: number | undefined, ms: number): boolean =>
      sinceMs !== undefined && shownMs >= sinceMs && shownMs - sinceMs < ms * speed;
    return {
      phase,
      down,
      slow,
      live: live !== null,
      back: !down && within(this.#downMs, JUST_MS),
      lanes: lanes.map(({ method, frame, facts, ...lane }) => {
        const error = facts?.error?.message ?? null;
        if (frame.link === 'held-back') this.#heldMs.set(method, shownMs);
        if (error !== null && !this.#failedMs.has(method)) this.#failedMs.set(method, shownMs);
        return {
          method,
          event: error !== null ? 'failed' : eventOf(frame, lane.sourceBytes),
          reserveS: frame.bufferedS,
          held: within(this.#heldMs.get(method), JUST_MS),
          startupDelayMs: facts?.startupDelayMs ?? null,
          stallTotalMs: facts?.stallTotalMs ?? 0,
          playerLagMs: facts?.playerLagMs ?? 0,
          error,
          errorNew: error !== null && within(this.#failedMs.get(method), ERROR_MS),
          startBytes: lane.startBytes,
          resumeBytes: lane.resumeBytes,
          live,
          recording: live !== null && method === 'full-buffer' && shownMs < live.recordS * 1000,
          liveDelayMs: shownDelayMs(frame),
          behind: facts?.behind ?? null,
        };
      }),
    };
  }
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

/** Reads the situation of the run that a picture shows. */
export class RunSituation {
  readonly #reader = new SituationReader();

  /** Null while there is no run. */
  read({ run, state, phase, shownMs, down, frame }: Scene): Situation | null {
    if (!run || !state || !phase) return null;
    const { media, settings, link, live, rules } = run.plan;
    const neededRate = media.durationS > 0 ? media.deliveredBytes / media.durationS : 0;
    return this.#reader.read({
      phase,
      shownMs,
      speed: settings.speed,
      down,
      slow: link.spec.rate < neededRate,
      live,
      lanes: rules.map(({ method, bufferWhole, startBytes, resumeBytes }) => ({
        method,
        frame: frame(method),
        facts: state.lanes[method],
        sourceBytes: sourceBytesOf(media, bufferWhole),
        startBytes,
        resumeBytes,
      })),
    });
  }
}

/** Bytes after which no link can stop a lane: a camera's go on and on, but full buffer has all it plays once it plays. */
function sourceBytesOf(media: MediaInfo, bufferWhole: boolean): number {
  if (!media.camera) return media.deliveredBytes;
  return bufferWhole ? 0 : Infinity;
}
