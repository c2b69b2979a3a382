import type { ResolvedCurve, LinkSpec, Outage, RateCurve } from '../types';
import { meanRate } from '../rate-curve';

/** Outages of a dropouts link that names none: two, as the sample run is told. */
export const DEFAULT_OUTAGES: readonly Outage[] = [
  { fromMs: 12_000, toMs: 17_000 },
  { fromMs: 30_000, toMs: 37_000 },
];

const NOTHING: LinkSpec = {
  kind: 'unlimited',
  rate: Infinity,
  curve: null,
  name: '',
  outages: [],
  laterMs: 0,
  longerMs: 0,
  latencyMs: 0,
  jitterMs: 0,
};

/** The links that one key chooses, each at a rate in bytes per second. */
export const LINK_PRESETS = {
  steady: (rate: number): LinkSpec => ({ ...NOTHING, kind: 'constant', rate }),
  unstable: (rate: number): LinkSpec => ({ ...NOTHING, kind: 'unstable', rate }),
  dropouts: (rate: number): LinkSpec => ({
    ...NOTHING,
    kind: 'dropouts',
    rate,
    outages: DEFAULT_OUTAGES,
  }),
  unlimited: (): LinkSpec => ({ ...NOTHING }),
} as const;

/** The rate of a link that names none, bytes per second. */
export const DEFAULT_RATE = 1_300_000;

/** The link of a run that names none. */
export const DEFAULT_LINK: LinkSpec = LINK_PRESETS.dropouts(DEFAULT_RATE);

/** Name of a preset link. */
export type LinkPreset = keyof typeof LINK_PRESETS;

/** The link that a person drew. */
export function stepsSpec(curve: RateCurve): LinkSpec {
  return { ...NOTHING, kind: 'steps', rate: meanRate(curve), curve };
}

/** The link of a trace (its path) or a profile (its name). */
export function resolvedSpec(
  kind: 'trace' | 'profile',
  name: string,
  known: ResolvedCurve,
): LinkSpec {
  const { curve, latencyMs } = known;
  return { ...NOTHING, kind, name, rate: meanRate(curve), curve, latencyMs };
}
