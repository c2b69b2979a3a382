import { DECODER_S } from '../delivery/player-machine';
import { CHUNK_MAX, chunkMin, settingsProblems, STREAMING_CHUNKS } from '../delivery/settings';
import { LINK_PRESETS, type LinkPreset } from '../link/spec/presets';
import { formatLinkSpec } from '../link/spec/spec';
import type { LinkSpec, Outage } from '../link/types';
import { bytesAt, type MediaIndex } from '../media/index-map';
import { kindOf } from '../source/kinds';
import type { Deliverable } from '../source/source-kind';
import type { RunSettings } from './schema';

/** The settings that a fit sets; sizes in bytes, the consumption rate in bytes per second. */
export const FIT_FIELDS = [
  'chunkBytes',
  'prefetchBytes',
  'resumeBytes',
  'maxAheadBytes',
  'streamingAheadBytes',
  'consumeRate',
  'readRate',
] as const satisfies readonly (keyof RunSettings)[];
export type FitField = (typeof FIT_FIELDS)[number];

/** Sizes, link rate and outages that make one file tell the story of the sample. */
export interface Fit {
  sizes: Pick<RunSettings, FitField>;
  /** Rate of the link presets, bytes per second. */
  rate: number;
  /** Outages of the Dropouts preset, ms. */
  outages: readonly Outage[];
}

/** A unit is this long, or a hundredth of a source that is shorter than a hundred of them, s. */
const UNIT_S = 1;
const UNITS = 100;
/**
 * A unit is no shorter than this, s: streaming, which has to be given what its decoder wants and a chunk on the way,
 * then has four units, and an outage of five stops it.
 */
const UNIT_MIN_S = DECODER_S / 3;
/** Sizes in units: a chunk is one. */
const PREFETCH_UNITS = 10;
const AHEAD_UNITS = 20;
/** A reader whose backpressure is off reads so many units while one is played. */
const READ_UNITS = 12;
/** The link is so much faster than the source is played. */
const HEADROOM = 1.3;
/** When the link is down, in units. */
const OUTAGE_UNITS = [
  [12, 17],
  [30, 37],
] as const;
/** The part of a source in which the outages fall, units. */
const EARLY_UNITS = 40;
/** Text and bytes are read so that they last this long, s, unless that takes more than so many bytes per second. */
const READING_S = 30;
const READING_MAX = 5_000_000;
/** Digits of rates and of the unit's length that people read. */
const DIGITS = 2;

/** The sizes of the sample, 100 MB in 100 s, which everything has that is not fitted to a file. */
export const SAMPLE_FIT: Fit = fitOf({
  bytes: 100_000_000,
  durationS: 100,
  consumeRate: 1_000_000,
  decoderS: DECODER_S,
});

/** The sizes that suit a source of this many bytes and seconds; text and bytes get a rate at which they last 30 s. */
export function fitTo({ kind, deliveredBytes, durationS, index }: Deliverable): Fit {
  if (deliveredBytes <= 0) return SAMPLE_FIT;
  if (!kindOf({ kind }).consumed) {
    const { consumeRate } = SAMPLE_FIT.sizes;
    return fitOf({ bytes: deliveredBytes, durationS, consumeRate, decoderS: DECODER_S, index });
  }
  const consumeRate = Math.min(READING_MAX, Number((deliveredBytes / READING_S).toPrecision(3)));
  const readS = deliveredBytes / consumeRate;
  return fitOf({ bytes: deliveredBytes, durationS: readS, consumeRate, decoderS: 0 });
}

/** What is fitted to: `decoderS` is what its decoder wants ahead before it moves, 0 where there is none. */
interface Fitting {
  bytes: number;
  durationS: number;
  consumeRate: number;
  decoderS: number;
  index?: MediaIndex;
}

function fitOf({ bytes, durationS, consumeRate, decoderS, index = [] }: Fitting): Fit {
  const unitS = durationS > 0 ? Math.max(UNIT_MIN_S, Math.min(UNIT_S, durationS / UNITS)) : UNIT_S;
  const meanRate = durationS > 0 ? bytes / durationS : bytes;
  // Where a variable rate begins above its mean, buffering has to get through that with the outages in it.
  const earlyS = EARLY_UNITS * unitS;
  const earlyRate = bytesAt(index, earlyS) / earlyS;
  // Rounded up, so that a short file has a hundred chunks at most.
  const wantedBytes = roundedUp(meanRate * unitS);
  const chunkBytes = Math.min(CHUNK_MAX, Math.max(chunkMin(bytes), wantedBytes));
  // The chunk that is on its way is no use to a decoder.
  const streamingChunks = 1 + Math.ceil(decoderS / unitS);
  const unitMs = 1000 * Number(unitS.toPrecision(DIGITS));
  return {
    sizes: {
      chunkBytes,
      prefetchBytes: PREFETCH_UNITS * chunkBytes,
      resumeBytes: null,
      maxAheadBytes: AHEAD_UNITS * chunkBytes,
      streamingAheadBytes: streamingChunks > STREAMING_CHUNKS ? streamingChunks * chunkBytes : null,
      consumeRate,
      readRate: READ_UNITS * roundedUp(meanRate),
    },
    rate: Number((Math.max(meanRate, earlyRate) * HEADROOM).toPrecision(DIGITS)),
    outages: OUTAGE_UNITS.map(([from, to]) => ({
      fromMs: Math.round(from * unitMs),
      toMs: Math.max(Math.round(to * unitMs), Math.round(from * unitMs) + 1),
    })),
  };
}

/** The least number of at most two digits, and zeros, that is not below `value`; at least 1. */
function roundedUp(value: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - (DIGITS - 1));
  // What rounding leaves above a round size does not make it the next one.
  return Math.max(1, Math.ceil(value / step - 1e-9) * step);
}

/** A preset of the link as a fit has it. */
export function fittedLink(preset: LinkPreset, { rate, outages }: Fit): LinkSpec {
  const link = LINK_PRESETS[preset](rate);
  return preset === 'dropouts' ? { ...link, outages } : link;
}

/** Settings and link of a run. */
export interface Fitted {
  settings: RunSettings;
  link: LinkSpec;
}

/**
 * What a run is set to when its fit changes: what is as the one before set it becomes as the next one sets it,
 * and what a person has set otherwise, or `given` names, stays. Where that does not combine, the next one holds.
 */
export function refitted(
  { settings, link }: Fitted,
  before: Fit,
  after: Fit,
  { sourceBytes, given = [] }: { sourceBytes: number; given?: readonly string[] },
): Fitted {
  const own = FIT_FIELDS.filter(
    (field) => given.includes(field) || settings[field] !== before.sizes[field],
  );
  const kept = Object.fromEntries(own.map((field) => [field, settings[field]]));
  const mixed = { ...settings, ...after.sizes, ...kept };
  const combines = settingsProblems(mixed, sourceBytes).length === 0;
  return {
    settings: combines ? mixed : { ...settings, ...after.sizes },
    link: given.includes('link') ? link : refittedLink(link, before, after),
  };
}

/** A preset of the fit before becomes that of the next one; any other link stays. */
export function refittedLink(link: LinkSpec, before: Fit, after: Fit): LinkSpec {
  const text = formatLinkSpec(link);
  const presets = Object.keys(LINK_PRESETS) as LinkPreset[];
  const preset = presets.find((each) => formatLinkSpec(fittedLink(each, before)) === text);
  return preset ? fittedLink(preset, after) : link;
}
