import type { LaneRules } from '../../model/delivery/types';
import type { MediaInfo } from '../../model/media/types';
import type { RunSettings } from '../../model/run/schema';
import { KindTable } from '../../model/source/kind-table';
import type { LanePlayer, LanePlayerEvents } from '../player/lane-player';
import type { CameraFeed } from './camera-feed';
import type { LaneRun } from './lane-run';
import type { LiveRunOptions } from './types';

/** What a player is made from. */
export interface PlayerParts {
  media: MediaInfo;
  settings: RunSettings;
  rules: LaneRules;
  /** The run's clock, ms. */
  nowMs: () => number;
  /** Of a live source: the next picture is to be a key frame. */
  requestKeyFrame: () => void;
  events: LanePlayerEvents;
}

/** How one kind of source is delivered and played. */
export interface KindPlaying {
  createPlayer: (parts: PlayerParts) => LanePlayer;
  /**
   * Turns on what hands over its bytes, so that what is wrong with it is known before anything starts; without it
   * the readers read a file.
   */
  openFeed?: (
    options: LiveRunOptions,
    settings: RunSettings,
    lanes: () => readonly LaneRun[],
  ) => Promise<CameraFeed | null>;
}

/** The players of all kinds of sources; `renderer/source-kinds` adds them. */
export const KIND_PLAYING = new KindTable<KindPlaying>();
