import { minIndex } from 'd3-array';
import type { LinkPreset } from '../../model/link/spec/spec';
import { fittedLink, type Fit } from '../../model/run/fit';
import type { LinkSpec } from '../../model/link/types';

/** Presets in the order of their keys, 1 to 4. */
export const PRESETS = [
  'steady',
  'unstable',
  'dropouts',
  'unlimited',
] as const satisfies readonly LinkPreset[];

const PRESET_OF: Partial<Record<LinkSpec['kind'], LinkPreset>> = {
  constant: 'steady',
  unstable: 'unstable',
  dropouts: 'dropouts',
  unlimited: 'unlimited',
};

/** Rates that the slider stops at, bytes per second. */
export const RATE_STEPS: readonly number[] = [
  0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.8, 1, 1.3,
  1.6, 2, 3, 4, 5, 6, 8, 10, 13, 16, 20, 30, 40, 50,
].map((mb) => mb * 1e6);
/** Where the rate may be set, bytes per second. */
export const RATE_MIN = 1;
export const RATE_MAX = 50_000_000;

/** The preset that a link is one of, whatever its rate and outages; null for one that was drawn, imported or chosen by name. */
export const presetOf = (spec: LinkSpec): LinkPreset | null => PRESET_OF[spec.kind] ?? null;

/** The same link as another preset of the fit: rate (or that of the fit), latency and jitter stay. */
export function withPreset(spec: LinkSpec, preset: LinkPreset, last: Fit): LinkSpec {
  if (presetOf(spec) === preset) return spec;
  const rate = Number.isFinite(spec.rate) ? spec.rate : last.rate;
  const { latencyMs, jitterMs } = spec;
  return { ...fittedLink(preset, { ...last, rate }), latencyMs, jitterMs };
}

/** The slider's stop that lies nearest to a rate, by ratio. */
export const nearestRateStep = (rate: number): number =>
  Math.max(
    0,
    minIndex(RATE_STEPS, (step) => Math.abs(Math.log(step / rate))),
  );

/** A rate inside the bounds, bytes per second. */
export const clampRate = (rate: number): number => Math.min(RATE_MAX, Math.max(RATE_MIN, rate));
