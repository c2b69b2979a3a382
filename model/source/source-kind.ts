import type { LiveSettings } from '../camera/types';
import type { LaneRules, Method } from '../delivery/types';
import type { MediaInfo, SourceShape } from '../media/types';
import type { NoPrediction, RunSettings } from '../run/schema';
import type { Progress } from './progress';

/** What stands in the player's place. */
export type Showing = 'video' | 'sound' | 'text' | 'bytes';

/** Where a playhead stands and what its lane has, for the bytes that it waits for. */
export interface Waiting {
  chunkBytes: number;
  /** Up to here what has been received can be played, seconds. */
  reachS: number;
  receivedBytes: number;
}

/** What the views draw of a source: each word is the name of one of their tables' rows. */
export interface SourceView {
  /** The first stage of a lane, and what the captions, the report and the settings speak of. */
  story: 'file' | 'live';
  /** What lies in a client buffer and how far a lane has come are counted in it. */
  unit: 'bytes' | 'seconds';
}

/** Everything in which one kind of source differs from another; nothing else asks what a source is. */
export interface SourceKind {
  readonly id: 'media' | 'text' | 'bytes' | 'camera';
  readonly progress: Progress;
  /** It is consumed at a rate that a person sets, from which its length follows; no media element plays it. */
  readonly consumed: boolean;
  /** It goes on until somebody ends it: it has no length, and no file that could be read or compared with. */
  readonly endless: boolean;
  /** Why the model says nothing of it; null when it does. */
  readonly noPrediction: NoPrediction | null;
  readonly view: SourceView;
  showing(media: Pick<MediaInfo, 'hasVideo'>): Showing;
  /** The settings of its run, from those that were asked for. */
  settings(asked: RunSettings): RunSettings;
  /** What it is set to when it is live; null when it has an end. */
  live(settings: Pick<RunSettings, 'live'>): LiveSettings | null;
  /** The rules of one lane; `source` as `ruleSource` gives it. */
  rules(
    method: Method,
    settings: RunSettings,
    source: { bytes: number; largestStepBytes: number },
  ): LaneRules;
  /** Bytes per second that playback consumes. */
  neededRate(source: SourceShape): number;
  /** Bytes that still have to arrive before a playhead that has run dry can move. */
  bytesToGoOn(source: SourceShape, waiting: Waiting): number;
}
