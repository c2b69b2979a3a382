import { lanesOf } from '../delivery/rules';
import type { LaneRules } from '../delivery/types';
import { createLink } from '../link/link';
import type { Link, LinkSpec } from '../link/types';
import type { MediaIndex } from '../media/index-map';
import { ruleSource } from '../media/source';
import type { MediaInfo } from '../media/types';
import type { RunSettings } from './schema';
import { kindOf } from '../source/kinds';
import type { Deliverable } from '../source/source-kind';

/** The source as a run delivers it, as its kind has it; `rate` is the one at which text and bytes are consumed. */
export function runSource<M extends Deliverable>(media: M, rate: number, recorded?: MediaIndex): M {
  return kindOf(media).delivered(media, rate, recorded);
}

/** What lanes are drawn and run by, worked out once from a source and its settings. */
export interface LanePlan {
  /** Null while nothing is open: the lanes are then those of a source of 100 MB that plays for 100 s. */
  media: MediaInfo | null;
  settings: RunSettings;
  /** One of each lane, in their order. */
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
  const rules = lanesOf(settings).map((method) => kind.rules(method, settings, source));
  return { media, settings, rules };
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
