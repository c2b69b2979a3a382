import type { Method } from '../../../model/delivery/types';
import type { LaneEvent, LaneSituation } from '../../../renderer/captions/situation';

/** A lane that lives through this, of a file that starts with 10 MB unless said otherwise. */
export const lane = (
  method: Method,
  event: LaneEvent,
  more: Partial<LaneSituation> = {},
): LaneSituation => ({
  method,
  event,
  reserveS: 4.7,
  held: false,
  startupDelayMs: null,
  stallTotalMs: 0,
  playerLagMs: 0,
  error: null,
  errorNew: false,
  startBytes: 10e6,
  resumeBytes: 10e6,
  live: null,
  recording: false,
  liveDelayMs: null,
  behind: null,
  ...more,
});
