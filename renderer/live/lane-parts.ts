import type { DroppedFrames } from '../../model/camera/frame';
import type { LanePlayer, LanePlayerEvents } from '../player/lane-player';
import type { TelemetryParts } from './lane-telemetry';

/** What a lane works with. */
export interface LaneParts extends TelemetryParts {
  /** `performance.now` of the window. */
  wallMs: () => number;
  createPlayer: (events: LanePlayerEvents) => LanePlayer;
  /** SHA-256 of the delivered file to compare with, hex; null when the run is not verified. */
  fileSha256: string | null;
  /** Of a live source: pictures that capture and encoder have lost so far; null for a file. */
  dropped: () => Readonly<DroppedFrames> | null;
  /** Facts may have changed. */
  changed: () => void;
}
