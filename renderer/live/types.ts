import type { StoreApi } from 'zustand/vanilla';
import type { LaneRules, Method } from '../../model/delivery/types';
import type { LinkSpec } from '../../model/link/types';
import type { MediaInfo } from '../../model/media/types';
import type { Mark } from '../../model/run/marks';
import type { RunLane, RunPictures, RunView, RunViewState } from '../../model/run/run-view';
import type { Break } from '../../model/runs/moments';
import type { BegunRun } from '../../model/runs/run-lines';
import type { RunLog, RunSettings } from '../../model/run/schema';
import type { CameraProblem } from '../camera/camera-problem';
import type { FrameSource } from '../camera/frame-source';

/** What is seen and heard of a live run. */
export interface RunState extends RunViewState {
  /** The only lane that is heard. */
  audible: Method;
  volume: number;
  muted: boolean;
}

/** One lane, live. Drawing code reads it outside React's render cycle. */
export interface LiveLane extends RunLane {
  readonly rules: LaneRules;
  /** The real player, to be placed on the page; null for text and bytes. */
  readonly element: HTMLVideoElement | HTMLCanvasElement | null;
  /** Text consumed so far (the last few kB of it); null unless the source is text. */
  consumedText(): string | null;
  /** Of a camera: goes on from the newest picture and leaves out what lies between. */
  seekToLiveEdge(): void;
  /** Of a camera: goes on where it is, so far behind, and leaves nothing out. */
  stayBehind(): void;
}

/** One run of one source over one link. Made ready, started once, kept until the next. */
export interface LiveRun extends RunView, RunPictures {
  readonly lanes: readonly LiveLane[];
  readonly store: StoreApi<RunState>;
  /** Of a live source: its encoded frames. */
  readonly frames: FrameSource | null;
  /** The run's clock, ms; stands still while paused and after the end. */
  nowMs(): number;
  start(): void;
  pause(): void;
  continue(): void;
  /** It is over now, as when `untilMs` has been reached. */
  end(): void;
  /** Something that a scenario says or shows from a moment on; it may still be given its end. */
  addMark(mark: Mark): void;
  /** Cut the link by hand or join it again. */
  setCut(down: boolean): void;
  /** The link carries so many bytes a second from now on, wherever it is up; a link of `takesRateSteps` alone. */
  setRate(rate: number): void;
  /** While paused: move by this many ms through what was recorded. */
  step(deltaMs: number): void;
  /** Pauses, as by hand, at the next moment of this kind; null plays through. */
  setBreak(breakAt: Break | null): void;
  setAudible(method: Method): void;
  setVolume(volume: number, muted: boolean): void;
  /** What is known of it before anything moves. */
  begun(): BegunRun;
  /** The whole log so far. */
  log(): RunLog;
  /** Resolves when every lane has ended or failed, or untilMs was reached. */
  readonly finished: Promise<void>;
  dispose(): Promise<void>;
}

/** What createLiveRun (renderer/live/live-run.ts) takes. */
export interface LiveRunOptions {
  media: MediaInfo;
  settings: RunSettings;
  link: LinkSpec;
  seed: number;
  /** Called once when the source is a camera and goes away by itself. */
  cameraGone: (problem: CameraProblem) => void;
}
