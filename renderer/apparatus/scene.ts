import type { Method } from '../../model/delivery/types';
import { NOTHING_YET, type LaneFrame } from '../../model/run/frame';
import type { RunPhase, RunView, RunViewState } from '../../model/run/run-view';
import type { LaneTrack } from '../../model/run/frame';
import type { LaneLog } from '../../model/run/schema';

/** One moment of the picture, the same for every part of it. */
export interface Scene {
  readonly run: RunView | null;
  readonly state: RunViewState | null;
  readonly phase: RunPhase | null;
  /** The moment shown, ms on the run's clock. */
  readonly shownMs: number;
  /** Null while the link is up. */
  readonly down: LinkDown | null;
  /** True ten times a second: words and figures are due. */
  readonly texts: boolean;
  /** True every two seconds: labels for screen readers are due. */
  readonly labels: boolean;
  /** The chunk whose story is told, as a place of the picture's grid; null while none is. */
  readonly chunk: number | null;
  frame: (method: Method) => LaneFrame;
  /** Undefined while there is no run. */
  log: (method: Method) => LaneLog | undefined;
  /** What any moment of a lane is drawn from; undefined while there is no run. */
  track: (method: Method) => LaneTrack | undefined;
}

/** How long the link has been down, ms, and whether a hand did it. */
export interface LinkDown {
  ms: number;
  byHand: boolean;
}

/** A lane before its first sample: everything empty. */
export const EMPTY_FRAME: LaneFrame = {
  ...NOTHING_YET,
  link: 'idle',
  rate: 0,
  chunkNumber: 0,
  chunkShare: 0,
  linkDownMs: 0,
  stalledMs: 0,
};

/** Reads one moment of a run. */
export function sceneOf(
  run: RunView | null,
  due: Pick<Scene, 'texts' | 'labels' | 'chunk'>,
): Scene {
  const state = run?.state() ?? null;
  const shownMs = run?.shownMs() ?? 0;
  const log = (method: Method): LaneLog | undefined =>
    run?.lanes.find((lane) => lane.method === method)?.log;
  const frames = new Map(run?.lanes.map((lane) => [lane.method, lane.frameAt(shownMs)]));
  return {
    ...due,
    run,
    state,
    phase: state?.phase ?? null,
    shownMs,
    down: linkDownOf([...frames.values()]),
    frame: (method) => frames.get(method) ?? EMPTY_FRAME,
    log,
    track: (method) => {
      const known = log(method);
      return run && known ? { log: known, outages: run.outages() } : undefined;
    },
  };
}

/** Every lane has the same link, so the lane that knows most speaks for all. */
export function linkDownOf(frames: readonly LaneFrame[]): LinkDown | null {
  const ms = Math.max(0, ...frames.map((frame) => frame.linkDownMs));
  const byHand = frames.some((frame) => frame.link === 'cut');
  const down = byHand || ms > 0 || frames.some((frame) => frame.link === 'outage');
  return down ? { ms, byHand } : null;
}
