import { liveRules } from '../camera/live-rules';
import { DEFAULT_LIVE, type LiveSettings } from '../camera/types';
import { laneRules } from '../delivery/rules';
import type { LaneRules, Method } from '../delivery/types';
import type { MediaIndex } from '../media/index-map';
import { ruleSource } from '../media/source';
import type { MediaInfo } from '../media/types';
import type { RunSettings } from './schema';

/**
 * The source as a run delivers it: text and bytes last as long as consuming them at `rate` (bytes per second)
 * takes, and a camera has the index of its recording, which grows.
 */
export function runSource(media: MediaInfo, rate: number, recorded?: MediaIndex): MediaInfo {
  // It grows under this name, too: nobody writes through it.
  if (recorded) return { ...media, index: recorded as MediaInfo['index'] };
  if (media.kind === 'media') return media;
  const durationS = media.deliveredBytes / rate;
  const end = { bytes: media.deliveredBytes, seconds: durationS };
  return { ...media, durationS, index: [{ bytes: 0, seconds: 0 }, end] };
}

/** What a camera is set to; null when the source is none. */
export function liveOf(
  media: Pick<MediaInfo, 'camera'> | null,
  settings: Pick<RunSettings, 'live'>,
): LiveSettings | null {
  return media?.camera ? (settings.live ?? DEFAULT_LIVE) : null;
}

/** The settings that a run really has: a camera knows one speed, and no file to compare with. */
export function runSettings({
  media,
  settings,
}: {
  media: MediaInfo;
  settings: RunSettings;
}): RunSettings {
  const live = liveOf(media, settings);
  return live ? { ...settings, speed: 1, verify: false, live } : settings;
}

/** The rules of one lane of a run. */
export function rulesOf(method: Method, settings: RunSettings, media: MediaInfo): LaneRules {
  const live = liveOf(media, settings);
  return live ? liveRules(method, live) : laneRules(method, settings, ruleSource(media));
}
