import type { LiveSettings } from '../camera/types';
import type { LaneRules } from '../delivery/types';
import { createLink } from '../link/link';
import type { Link, LinkSpec } from '../link/types';
import type { MediaIndex } from '../media/index-map';
import { ruleSource } from '../media/source';
import type { MediaInfo } from '../media/types';
import type { RunSettings } from './schema';
import { kindOf } from '../source/kinds';

/**
 * The source as a run delivers it: text and bytes last as long as consuming them at `rate` (bytes per second)
 * takes, and a camera has the index of its recording, which grows.
 */
export function runSource<
  M extends Pick<MediaInfo, 'kind' | 'deliveredBytes' | 'durationS' | 'index'>,
>(media: M, rate: number, recorded?: MediaIndex): M {
  // It grows under this name, too: nobody writes through it.
  if (recorded) return { ...media, index: recorded as MediaInfo['index'] };
  if (!kindOf(media).consumed) return media;
  const durationS = media.deliveredBytes / rate;
  const end = { bytes: media.deliveredBytes, seconds: durationS };
  return { ...media, durationS, index: [{ bytes: 0, seconds: 0 }, end] };
}

/** What lanes are drawn and run by, worked out once from a source and its settings. */
export interface LanePlan {
  /** Null while nothing is open: the lanes are then those of a source of 100 MB that plays for 100 s. */
  media: MediaInfo | null;
  settings: RunSettings;
  /** What a camera is set to; null when the source has an end. */
  live: LiveSettings | null;
  /** One of each lane, in the order of the methods. */
  rules: readonly LaneRules[];
}

/** A whole run before it begins. */
export interface RunPlan extends LanePlan {
  media: MediaInfo;
  link: Link;
}

/** Stands in until a source is open. */
export const UNKNOWN_SOURCE = { bytes: 100e6, seconds: 100, largestStepBytes: 0 } as const;

/** The plan of the lanes, as the kind of their source has it. */
export function planLanes(media: MediaInfo | null, asked: RunSettings): LanePlan {
  const kind = kindOf(media);
  const settings = kind.settings(asked);
  const source = media ? ruleSource(media) : UNKNOWN_SOURCE;
  const rules = settings.methods.map((method) => kind.rules(method, settings, source));
  return { media, settings, live: kind.live(settings), rules };
}

/** The plan of a run over the link of this value and seed; `media` is a source as `runSource` gives it. */
export function planRun(
  media: MediaInfo,
  settings: RunSettings,
  link: LinkSpec,
  seed: number,
): RunPlan {
  return { ...planLanes(media, settings), media, link: createLink(link, seed) };
}
