import type { LiveSettings } from '../camera/types';
import type { DeliverySettings, LaneRules, Method } from '../delivery/types';
import type { MediaIndex } from '../media/index-map';
import type { MediaInfo, SourceShape } from '../media/types';
import type { RunSettings } from '../run/schema';
import type { Progress } from './progress';

/** Where a playhead stands and what its lane has, for the bytes that it waits for. */
export interface Waiting {
  chunkBytes: number;
  /** Up to here what has been received can be played, seconds. */
  reachS: number;
  receivedBytes: number;
}

/** What the rules of a lane follow from. */
export type RuleSettings = DeliverySettings & { live?: LiveSettings | undefined };

/** A source as far as its length depends on how it is delivered. */
export type Deliverable = Pick<MediaInfo, 'kind' | 'deliveredBytes' | 'durationS' | 'index'>;

/** A figure of a lane at its end that not every kind of source has. */
export type EndFigure = 'playerLag' | 'verified' | 'liveDelay';

/**
 * Everything in which one kind of source differs from another for the rules, the log and the model; nothing else in
 * `model/` or `electron/` asks what a source is. How it is drawn and told of is in `renderer/source-kinds`.
 */
export interface SourceKind {
  /** What `MediaInfo.kind` and the log name it by. */
  readonly id: string;
  readonly progress: Progress;
  /** It is consumed at a rate that a person sets, from which its length follows; no media element plays it. */
  readonly consumed: boolean;
  /** It goes on until somebody ends it: it has no length, and no file that could be read or compared with. */
  readonly endless: boolean;
  /** The model can foresee its lanes. */
  readonly predicted: boolean;
  /** Sizes and link presets can be fitted to it. */
  readonly fits: boolean;
  /** Samples and events that a lane's log keeps at most. */
  readonly maxLogEntries: number;
  /** What its lanes are told of at their end, besides what every lane has. */
  readonly endFigures: readonly EndFigure[];
  /** The settings of its run, from those that were asked for. */
  settings(asked: RunSettings): RunSettings;
  /** The source as it is while these settings hold. */
  sized(media: MediaInfo, settings: Pick<RunSettings, 'live'>): MediaInfo;
  /**
   * The source as a run delivers it that consumes `consumeRate` bytes per second; `recorded` is the index of what is
   * being recorded, which grows.
   */
  delivered<M extends Deliverable>(media: M, consumeRate: number, recorded?: MediaIndex): M;
  /** The rules of one lane; `source` as `ruleSource` gives it. */
  rules(
    method: Method,
    settings: RuleSettings,
    source: { bytes: number; largestStepBytes: number },
  ): LaneRules;
  /** Bytes per second that playback consumes. */
  neededRate(source: SourceShape): number;
  /** Bytes that still have to arrive before a playhead that has run dry can move. */
  bytesToGoOn(source: SourceShape, waiting: Waiting): number;
  /** Bytes after which no link can stop a lane that plays. */
  safeBytes(source: SourceShape, rules: Pick<LaneRules, 'bufferWhole'>): number;
  /** How many chunks so many bytes are that have arrived together. */
  chunksIn(bytes: number, chunkBytes: number): number;
}
