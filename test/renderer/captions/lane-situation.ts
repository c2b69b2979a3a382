import { METHODS, type Method } from '../../../model/delivery/types';
import { DEFAULT_SETTINGS } from '../../../model/delivery/settings';
import type { MediaInfo } from '../../../model/media/types';
import { planLanes, type LanePlan } from '../../../model/run/run-plan';
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
  errorCode: null,
  heldBytes: 1e6,
  readAll: false,
  errorNew: false,
  startBytes: 10e6,
  resumeBytes: 10e6,
  tMs: 60_000,
  liveDelayMs: null,
  behind: null,
  ...more,
});

/** The plan of a run of this source by all methods. */
export const planOf = (
  media: MediaInfo | null,
  change: Partial<LanePlan['settings']> = {},
): LanePlan =>
  planLanes(media, {
    ...DEFAULT_SETTINGS,
    methods: [...METHODS],
    speed: 1,
    untilMs: null,
    verify: false,
    consumeRate: 1e6,
    ...change,
  });
