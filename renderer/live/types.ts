import type { StoreApi } from 'zustand/vanilla';
import type { LaneRules, Method, PlayerState } from '../../model/delivery/types';
import type { Link } from '../../model/link/types';
import type { CameraProblem } from '../camera/camera-problem';
import type { Recording } from '../camera/recording/recording';
import type { MediaInfo } from '../../model/media/types';
import type { LaneError, LaneLog, RunLog, RunSettings, Sample } from '../../model/run/schema';

/** What a lane's link does at a moment, for the pipe. */
export type LinkState = 'idle' | 'flowing' | 'held-back' | 'outage' | 'cut' | 'done';

/** Everything the picture of one lane needs at one moment: interpolated between two known samples. */
export interface LaneFrame extends Sample {
  link: LinkState;
  /** Bytes that moved per second of the run's clock, over the last sample interval. */
  rate: number;
  /** The chunk on the link, from 1; 0 when none. */
  chunkNumber: number;
  /** Share of that chunk that has been sent, [0, 1). */
  chunkShare: number;
  /** How long the link has been down, ms; 0 when it is up. */
  linkDownMs: number;
  /** How long the current stall has lasted, ms; 0 when not stalled. */
  stalledMs: number;
}

/** Low-frequency facts of a lane: React renders these. */
export interface LaneFacts {
  state: PlayerState;
  startupDelayMs: number | null;
  stallCount: number;
  stallTotalMs: number;
  endedMs: number | null;
  peakRssBytes: number;
  baselineRssBytes: number;
  error: LaneError | null;
  /**
   * Of a camera: the lane has fallen behind the live picture, and whoever watches may choose; null when there is
   * nothing to choose.
   */
  behind: 'offered' | 'kept' | null;
}

export type RunPhase = 'preparing' | 'ready' | 'running' | 'paused' | 'ended';

export interface RunState {
  phase: RunPhase;
  lanes: Partial<Record<Method, LaneFacts>>;
  /** The hand holds the link cut. */
  cut: boolean;
  /** The only lane that is heard. */
  audible: Method;
  volume: number;
  muted: boolean;
  /** While paused: the recorded moment that is shown, ms; null shows the pause itself. */
  shownMs: number | null;
}

/** One lane, live. Drawing code reads it outside React's render cycle. */
export interface LiveLane {
  readonly method: Method;
  readonly rules: LaneRules;
  /** Grows while the run goes on. */
  readonly log: LaneLog;
  /** The frame at a run time (one sample late when live); before the first sample an empty one. */
  frameAt(runMs: number): LaneFrame;
  /** The real player, to be placed on the page; null for text and bytes. */
  readonly element: HTMLVideoElement | null;
  /** Text consumed so far (the last few kB of it); null unless the source is text. */
  consumedText(): string | null;
  /** Of a camera: goes on from the newest picture and leaves out what lies between. */
  seekToLiveEdge(): void;
  /** Of a camera: goes on where it is, so far behind, and leaves nothing out. */
  stayBehind(): void;
}

/** One run of one source over one link. Made ready, started once, kept until the next. */
export interface LiveRun {
  readonly media: MediaInfo;
  readonly settings: RunSettings;
  readonly link: Link;
  readonly lanes: readonly LiveLane[];
  readonly store: StoreApi<RunState>;
  /** Of a camera: what is being recorded. */
  readonly recording: Recording | null;
  /** The run's clock, ms; stands still while paused and after the end. */
  nowMs(): number;
  /** The moment that the picture shows: nowMs one sample late, or the recorded moment chosen while paused. */
  shownMs(): number;
  start(): void;
  pause(): void;
  continue(): void;
  /** Cut the link by hand or join it again. */
  setCut(down: boolean): void;
  /** While paused: move by this many ms through what was recorded. */
  step(deltaMs: number): void;
  setAudible(method: Method): void;
  setVolume(volume: number, muted: boolean): void;
  /** Cut-by-hand and scheduled outages up to now. */
  outages(): { fromMs: number; toMs: number; byHand: boolean }[];
  /** The whole log so far. */
  log(): RunLog;
  /** Resolves when every lane has ended or failed, or untilMs was reached. */
  readonly finished: Promise<void>;
  dispose(): Promise<void>;
}

/** What createLiveRun (renderer/compare/live/live-run.ts) takes. */
export interface LiveRunOptions {
  media: MediaInfo;
  settings: RunSettings;
  /** Link SPEC as text, see model/link/spec.ts. */
  link: string;
  seed: number;
  /** Called once when the source is a camera and goes away by itself. */
  cameraGone: (problem: CameraProblem) => void;
}
