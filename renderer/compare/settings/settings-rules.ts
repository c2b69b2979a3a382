import {
  CHUNK_MIN,
  CHUNK_STEPS,
  DEFAULT_SETTINGS,
  settingsProblems,
} from '../../../model/delivery/settings';
import type { SettingsProblem } from '../../../model/delivery/settings';
import type { BaseMethod, DeliverySettings } from '../../../model/delivery/types';
import { SAMPLE_FIT, type Fit } from '../../../model/run/fit';
import type { RunSettings } from '../../../model/run/schema';

/** Settings that are sizes. */
export type SizeSetting = Exclude<
  keyof DeliverySettings,
  'readAheadChunks' | 'backpressureOff' | 'readRate'
>;

/** A size as its field shows it, bytes. */
export interface SizeView {
  /** What is in use. */
  value: number;
  /** What it is by default, given the other settings and the fit. */
  standard: number;
  isStandard: boolean;
}

/** Sizes of short sources. */
const SMALL_STEPS = [10, 100, 1e3, 1e4].flatMap((power) => [power, 2 * power, 5 * power]);
const SIZE_STEPS: readonly number[] = [
  ...SMALL_STEPS,
  100e3,
  200e3,
  500e3,
  1e6,
  2e6,
  3e6,
  4e6,
  5e6,
  6e6,
  8e6,
  10e6,
  12e6,
  15e6,
  20e6,
  25e6,
  30e6,
  40e6,
  50e6,
  75e6,
  100e6,
  150e6,
  200e6,
  300e6,
  400e6,
  500e6,
  1e9,
];

/** What a size field shows; a setting that follows another has that one's value by default. */
export function sizeView(
  settings: DeliverySettings,
  field: SizeSetting,
  fit: Fit = SAMPLE_FIT,
): SizeView {
  const standard = standardOf(settings, field, fit);
  const own = settings[field];
  return { value: own ?? standard, standard, isStandard: own === wantedOf(field, fit) };
}

function standardOf(settings: DeliverySettings, field: SizeSetting, { sizes }: Fit): number {
  if (field === 'resumeBytes') return settings.prefetchBytes;
  if (field === 'streamingAheadBytes') return 2 * settings.chunkBytes;
  return (field === 'memoryCapBytes' ? DEFAULT_SETTINGS[field] : sizes[field]) ?? 0;
}

/** What the fit sets a size to, null where it leaves it to follow another; a cap is none of the file's. */
function wantedOf(field: SizeSetting, { sizes }: Fit): number | null {
  return field === 'memoryCapBytes' ? DEFAULT_SETTINGS[field] : sizes[field];
}

/** Chunks of sources that are too short for the usual ones. */
const SMALL_CHUNKS = [1, 2, 5, ...SMALL_STEPS.filter((step) => step < CHUNK_MIN), ...CHUNK_STEPS];

/** The next sensible size above or below, bytes; null when there is none. */
export function nextStep(field: SizeSetting, value: number, direction: 1 | -1): number | null {
  const steps =
    field !== 'chunkBytes' ? SIZE_STEPS : value >= CHUNK_MIN ? CHUNK_STEPS : SMALL_CHUNKS;
  const found =
    direction > 0 ? steps.find((step) => step > value) : steps.findLast((step) => step < value);
  return found ?? null;
}

/** Why a change cannot be made: what would not combine with the rest; null when it can. */
export function whyNot(
  settings: RunSettings,
  change: Partial<DeliverySettings>,
  sourceBytes: number | undefined,
): SettingsProblem | null {
  const before = settingsProblems(settings, sourceBytes).map(({ code }) => code);
  const after = settingsProblems({ ...settings, ...change }, sourceBytes);
  // What was wrong already (a smaller source, say) must not stand in the way of putting it right.
  return after.find(({ code }) => !before.includes(code)) ?? null;
}

/** The methods with one put in or taken out, in their usual order; null when none would be left. */
export function toggled(
  methods: readonly BaseMethod[],
  method: BaseMethod,
  order: readonly BaseMethod[],
): BaseMethod[] | null {
  const next = order.filter((each) => methods.includes(each) !== (each === method));
  return next.length > 0 ? next : null;
}
