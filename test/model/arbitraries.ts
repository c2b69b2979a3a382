import type { SourceShape } from '../../model/media/types';
import fc from 'fast-check';
import { CHUNK_STEPS, settingsProblems } from '../../model/delivery/settings';
import type { DeliverySettings } from '../../model/delivery/types';
import { stepsSpec } from '../../model/link/spec/presets';
import { curveOfSegments } from '../../model/link/rate-curve';
import { LINK_PRESETS } from '../../model/link/spec/spec';
import type { LinkSpec, Outage, RateCurve } from '../../model/link/types';

/** Outages in whole ms, ascending and apart. */
export const outages: fc.Arbitrary<Outage[]> = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 9000 })), {
    minLength: 1,
    maxLength: 5,
  })
  .map((gaps) => {
    let tMs = 0;
    return gaps.map(([gapMs, lengthMs]) => {
      const fromMs = tMs + gapMs;
      tMs = fromMs + lengthMs;
      return { fromMs, toMs: tMs };
    });
  });

const rate = fc.integer({ min: 20_000, max: 20_000_000 });
const delays = fc.record({
  latencyMs: fc.constantFrom(0, 0, 80, 400),
  jitterMs: fc.constantFrom(0, 0, 20, 900),
});

/** Curves in whole ms that carry something, with silences now and then and perhaps a period. */
export const curves: fc.Arbitrary<RateCurve> = fc
  .tuple(
    fc.array(fc.tuple(fc.integer({ min: 1, max: 9000 }), fc.oneof(fc.constant(0), rate)), {
      maxLength: 12,
    }),
    fc.tuple(fc.integer({ min: 1, max: 9000 }), rate),
    fc.boolean(),
  )
  .map(([steps, last, repeats]) => {
    let tMs = 0;
    const segments = [...steps, last].map(([lengthMs, each]) => {
      const segment = { fromMs: tMs, rate: each };
      tMs += lengthMs;
      return segment;
    });
    return curveOfSegments(segments, repeats ? tMs : Infinity);
  });

/** Links that change every few milliseconds, as a packet-delivery trace does, and begin again after a while. */
export const fastLinks: fc.Arbitrary<LinkSpec> = fc
  .tuple(
    fc.array(fc.constantFrom(0, 0, 0, 1, 1, 2, 6), { minLength: 1, maxLength: 300 }),
    fc.integer({ min: 1, max: 6 }),
    fc.integer({ min: 1, max: 7 }),
    delays,
  )
  .map(([packets, last, everyMs, d]) => {
    const segments = [...packets, last].map((count, i) => ({
      fromMs: i * everyMs,
      rate: (count * 1500 * 1000) / everyMs,
    }));
    return { ...stepsSpec(curveOfSegments(segments, segments.length * everyMs)), ...d };
  });

const moved = fc.record({
  laterMs: fc.constantFrom(0, 5000),
  longerMs: fc.constantFrom(0, 2600),
});

const finite = fc.oneof(
  fc.tuple(curves, delays).map(([c, d]): LinkSpec => ({ ...stepsSpec(c), ...d })),
  fc.tuple(rate, delays).map(([r, d]): LinkSpec => ({ ...LINK_PRESETS.steady(r), ...d })),
  fc.tuple(rate, delays).map(([r, d]): LinkSpec => ({ ...LINK_PRESETS.unstable(r), ...d })),
  fc
    .tuple(rate, outages, moved, delays)
    .map(([r, o, m, d]): LinkSpec => ({ ...LINK_PRESETS.dropouts(r), outages: o, ...m, ...d })),
);

/** Links of every kind that have a rate. */
export const finiteLinks: fc.Arbitrary<LinkSpec> = finite;

/** Links of every kind. */
export const links: fc.Arbitrary<LinkSpec> = fc.oneof(
  { weight: 6, arbitrary: finite },
  {
    weight: 1,
    arbitrary: delays.map((d): LinkSpec => ({ ...LINK_PRESETS.unlimited(), ...d })),
  },
);

/** Media in whole fragments: even ones, wild ones, tiny ones, fragments without a byte of their own. */
export const mediaSources: fc.Arbitrary<SourceShape> = fc
  .oneof(
    fc.array(
      fc.record({
        bytes: fc.integer({ min: 1, max: 900_000 }),
        seconds: fc.double({ min: 0.2, max: 6, noNaN: true }),
      }),
      { minLength: 1, maxLength: 40 },
    ),
    fc.array(
      fc.record({
        bytes: fc.integer({ min: 0, max: 30_000 }),
        seconds: fc.constantFrom(0, 0.02, 1 / 60, 0.04),
      }),
      { minLength: 1, maxLength: 200 },
    ),
    fc.array(fc.record({ bytes: fc.constant(100_000), seconds: fc.constant(1) }), {
      minLength: 1,
      maxLength: 60,
    }),
  )
  .map((steps) => {
    const index = [{ bytes: 0, seconds: 0 }];
    let bytes = 0;
    let seconds = 0;
    for (const step of steps) {
      bytes += step.bytes;
      seconds += step.seconds;
      index.push({ bytes, seconds });
    }
    return { kind: 'media', deliveredBytes: bytes, index };
  });

/** Sources of every kind, empty ones among them. */
export const sources: fc.Arbitrary<SourceShape> = fc.oneof(
  { weight: 8, arbitrary: mediaSources },
  {
    weight: 2,
    arbitrary: fc
      .record({
        kind: fc.constantFrom('text', 'bytes'),
        deliveredBytes: fc.integer({ min: 0, max: 5_000_000 }),
        rate: fc.integer({ min: 1000, max: 2_000_000 }),
      })
      .map(({ kind, deliveredBytes, rate: perSecond }) => ({
        kind,
        deliveredBytes,
        index: [
          { bytes: 0, seconds: 0 },
          { bytes: deliveredBytes, seconds: deliveredBytes / perSecond },
        ],
      })),
  },
);

/** Settings with small sizes, as they come. */
export const anySettings: fc.Arbitrary<DeliverySettings> = fc
  .record({
    chunkBytes: fc.oneof(
      fc.constantFrom(...CHUNK_STEPS.filter((step) => step <= 1_000_000 && step >= 16_384)),
      fc.integer({ min: 8000, max: 300_000 }),
    ),
    prefetch: fc.integer({ min: 0, max: 3_000_000 }),
    resume: fc.option(fc.integer({ min: 0, max: 3_000_000 })),
    maxAhead: fc.integer({ min: 0, max: 4_000_000 }),
    readAheadChunks: fc.constantFrom(0, 0, 1, 3),
    streamingAhead: fc.option(fc.integer({ min: 0, max: 2_000_000 })),
    readRate: fc.integer({ min: 50_000, max: 30_000_000 }),
    memoryCapBytes: fc.integer({ min: 50_000_000, max: 300_000_000 }),
  })
  .map((s) => ({
    chunkBytes: s.chunkBytes,
    prefetchBytes: s.prefetch,
    resumeBytes: s.resume,
    maxAheadBytes: s.maxAhead,
    streamingAheadBytes: s.streamingAhead,
    readAheadChunks: s.readAheadChunks,
    backpressureOff: null,
    readRate: s.readRate,
    memoryCapBytes: s.memoryCapBytes,
  }));

/** Settings that are accepted whatever the source is, often with not a byte to spare. */
export const acceptedSettings: fc.Arbitrary<DeliverySettings> = fc
  .tuple(anySettings, fc.constantFrom(0, 0, 1, 5000))
  .map(([settings, spareBytes]) => ({
    ...settings,
    maxAheadBytes:
      settings.chunkBytes +
      Math.max(settings.prefetchBytes, settings.resumeBytes ?? 0) +
      spareBytes,
    streamingAheadBytes:
      settings.streamingAheadBytes === null ? null : 2 * settings.chunkBytes + spareBytes,
  }))
  .filter((settings) => settingsProblems(settings).length === 0);
