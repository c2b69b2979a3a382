import { LINK_PRESETS } from '../../../model/link/spec/spec';
import type { LinkSpec, Outage } from '../../../model/link/types';
import { atValue } from '../../../model/sweep/sweep-axis';
import type { Scenario } from '../../../model/sweep/types';
import { meanRate, type RoomSource } from './room-source';

/** Links of the room's own that one press chooses. */
export const ROOM_PRESETS = ['steady', 'unstable', 'dropouts'] as const;
export type RoomPreset = (typeof ROOM_PRESETS)[number];

/** Which link the runs go over: a preset, a profile by its name, or Compare's. */
export type LinkChoice =
  { kind: 'preset'; preset: RoomPreset } | { kind: 'profile'; name: string } | { kind: 'compare' };

/** Dropouts of the room for a source of 100 s or more: two, each up to so much later and longer by the seed; ms. */
const DROPOUTS = { fromMs: [11_000, 27_000], lengthMs: 3000, laterMs: 5000, longerMs: 4800 };
/** The length of a source to which these times are cut, s. */
const FULL_LENGTH_S = 100;
/** A link of the room is this much faster than its source is consumed. */
const HEADROOM = 1.3;

/** A preset of the room for a source. */
export function presetLink(preset: RoomPreset, source: RoomSource): LinkSpec {
  const rate = Number((meanRate(source) * HEADROOM).toPrecision(2));
  if (preset !== 'dropouts') return LINK_PRESETS[preset](rate);
  const share = Math.min(1, source.durationS / FULL_LENGTH_S);
  const scaled = (ms: number): number => Math.round(ms * share);
  const outages: Outage[] = DROPOUTS.fromMs.map((fromMs) => ({
    fromMs: scaled(fromMs),
    toMs: scaled(fromMs + DROPOUTS.lengthMs),
  }));
  const [laterMs, longerMs] = [scaled(DROPOUTS.laterMs), scaled(DROPOUTS.longerMs)];
  return { ...LINK_PRESETS.dropouts(rate), outages, laterMs, longerMs };
}

/** The link with what the sliders say; null leaves it as it is. Rate in bytes per second, length in ms. */
export function tunedLink(link: LinkSpec, rate: number | null, outageMs: number | null): LinkSpec {
  const rated = rate === null || !hasRate(link) ? link : atRate(link, rate);
  if (outageMs === null || !hasOutages(rated)) return rated;
  return changed(rated, 'outage', outageMs);
}

/** A curve at another rate is no longer the one that its name stands for. */
function atRate(link: LinkSpec, rate: number): LinkSpec {
  const rated = changed(link, 'rate', rate);
  return link.curve && rate !== link.rate ? { ...rated, kind: 'steps', name: '' } : rated;
}

/** As a sweep would set it, so that slider and axis mean the same. */
function changed(link: LinkSpec, axis: 'rate' | 'outage', value: number): LinkSpec {
  return atValue({ link } as Scenario, axis, value).link;
}

/** A longer curve at another rate could not be written down for Compare. */
const MAX_STEPS = 2000;

/** True when a link has a rate that can be set. */
export const hasRate = ({ kind, curve }: LinkSpec): boolean =>
  kind !== 'unlimited' && (curve === null || curve.rate.length <= MAX_STEPS);

/** True when a link has outages of a length that can be set. */
export const hasOutages = ({ kind, outages }: LinkSpec): boolean =>
  kind === 'dropouts' && outages.length > 0;

/** The least length of a link's outages, ms; 0 when it has none to set. */
export function outageLength({ outages }: LinkSpec): number {
  return outages.length === 0 ? 0 : Math.min(...outages.map(({ fromMs, toMs }) => toMs - fromMs));
}

/** By how much the outages of a link differ in length, by its own times or by the seed, ms. */
export function outageSpread({ outages, longerMs }: LinkSpec): number {
  const lengths = outages.map(({ fromMs, toMs }) => toMs - fromMs);
  return lengths.length === 0 ? 0 : Math.max(...lengths) - Math.min(...lengths) + longerMs;
}

/** True when every seed makes the same link, so that one run says all. */
export const isSeedless = ({ kind, laterMs, longerMs, jitterMs }: LinkSpec): boolean =>
  kind !== 'unstable' && laterMs === 0 && longerMs === 0 && jitterMs === 0;
