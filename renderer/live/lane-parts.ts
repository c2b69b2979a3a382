import type { LanePlayer, LanePlayerEvents } from '../player/lane-player';
import type { TelemetryParts } from './lane-telemetry';

/** What a lane works with. */
export interface LaneParts extends TelemetryParts {
  /** `performance.now` of the window. */
  wallMs: () => number;
  createPlayer: (events: LanePlayerEvents) => LanePlayer;
  /** SHA-256 of the delivered file to compare with, hex; null when the run is not verified. */
  fileSha256: string | null;
  /** Facts may have changed. */
  changed: () => void;
}
