import { laneRules } from '../../model/delivery/rules';
import { profileCurve } from '../../model/link/profiles';
import { parseLinkSpec } from '../../model/link/spec/spec';
import type { LaneLog, LanePrediction, RunLog } from '../../model/run/schema';

/**
 * What bytes divided by the link's nominal rate say of a lane: it starts when its threshold has
 * come, and stands once, for what the rate falls short of what playback needs.
 */
export function naivePrediction(log: RunLog, lane: LaneLog): LanePrediction {
  const { rate, latencyMs } = parseLinkSpec(log.link.spec, (_kind, name) => profileCurve(name));
  const bytes = log.media.deliveredBytes;
  const { startBytes } = laneRules(lane.method, log.settings, { bytes, largestStepBytes: 0 });
  const untilMs = log.settings.untilMs ?? Infinity;
  const startMs = (startBytes / rate) * 1000 + latencyMs;
  if (startMs > untilMs) {
    return { startupDelayMs: null, stallCount: 0, stallTotalMs: 0, endedMs: null };
  }
  const lastMs = Math.min(
    untilMs,
    Math.max(startMs + log.media.durationS * 1000, (bytes / rate) * 1000),
  );
  const playsMs = ((lastMs * rate) / bytes) * log.media.durationS;
  const stallTotalMs = Math.max(0, lastMs - startMs - playsMs);
  const endMs = startMs + log.media.durationS * 1000 + stallTotalMs;
  return {
    startupDelayMs: startMs,
    stallCount: stallTotalMs > 0 ? 1 : 0,
    stallTotalMs,
    endedMs: endMs <= untilMs ? endMs : null,
  };
}
