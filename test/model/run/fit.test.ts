import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CHUNK_MIN,
  chunkMin,
  DEFAULT_SETTINGS,
  settingsProblems,
} from '../../../model/delivery/settings';
import { METHODS } from '../../../model/delivery/types';
import { formatLinkSpec, parseLinkSpec } from '../../../model/link/spec/spec';
import { FIT_FIELDS, fitTo, fittedLink, refitted, SAMPLE_FIT } from '../../../model/run/fit';
import type { RunSettings } from '../../../model/run/schema';
import { simulate } from '../../../model/run/simulate';

const SETTINGS: RunSettings = {
  ...DEFAULT_SETTINGS,
  methods: [...METHODS],
  speed: 1,
  untilMs: null,
  verify: false,
  consumeRate: 1_000_000,
};
/** A source whose every second has as many bytes. */
const even = <K extends 'media' | 'text'>(kind: K, deliveredBytes: number, durationS: number) => ({
  ...{ kind, deliveredBytes, durationS },
  index: [
    { bytes: 0, seconds: 0 },
    { bytes: deliveredBytes, seconds: durationS },
  ],
});
const SAMPLE = even('media', 100_000_000, 100);

/** Media of 0.5 s to 4 h, 8 kbit/s to 80 Mbit/s. */
const media = fc
  .record({
    durationS: fc.double({ min: 0.5, max: 14_400, noNaN: true }),
    rate: fc.integer({ min: 1000, max: 10_000_000 }),
  })
  .map(({ durationS, rate }) =>
    even('media', Math.max(1, Math.round(rate * durationS)), durationS),
  );

const texts = fc
  .integer({ min: 1, max: 140_000_000 })
  .map((deliveredBytes) => even('text', deliveredBytes, 1));

const isShort = (n: number): boolean => /^[1-9]\d?0*$/.test(String(n));

describe('the fit of a file', () => {
  test('is for the sample what holds without one', () => {
    expect(fitTo(SAMPLE)).toEqual(SAMPLE_FIT);
    const { readAheadChunks, backpressureOff, memoryCapBytes, ...sizes } = DEFAULT_SETTINGS;
    expect([backpressureOff, memoryCapBytes]).toEqual([null, 300e6]);
    expect(readAheadChunks).toBe(0);
    expect(SAMPLE_FIT.sizes).toEqual({ ...sizes, consumeRate: 1_000_000 });
    const link = formatLinkSpec(fittedLink('dropouts', SAMPLE_FIT));
    expect(link).toBe('dropouts:1.3MB/s@12-17,30-37');
  });

  test('of 60 s and 6 MB has a hundredth of it as its unit', () => {
    const fit = fitTo(even('media', 6_000_000, 60));
    expect(fit.sizes).toMatchObject({ chunkBytes: 60_000, prefetchBytes: 600_000 });
    expect(fit.sizes).toMatchObject({ maxAheadBytes: 1_200_000, streamingAheadBytes: null });
    expect(fit.rate).toBe(130_000);
    expect(fit.outages).toEqual([
      { fromMs: 7200, toMs: 10_200 },
      { fromMs: 18_000, toMs: 22_200 },
    ]);
  });

  test('of 3 s has units and outages that a decoder can follow and a person can see', () => {
    const fit = fitTo(even('media', 1_300_000, 3));
    expect(fit.sizes).toMatchObject({ chunkBytes: 73_000, prefetchBytes: 730_000 });
    expect(fit.sizes).toMatchObject({ maxAheadBytes: 1_460_000, streamingAheadBytes: 292_000 });
    expect(fit.rate).toBe(560_000);
    expect(fit.outages).toEqual([
      { fromMs: 2040, toMs: 2890 },
      { fromMs: 5100, toMs: 6290 },
    ]);
  });

  test('of two hours has a second as its unit', () => {
    const fit = fitTo(even('media', 7200 * 55_000, 7200));
    expect(fit.sizes.chunkBytes).toBe(55_000);
    expect(fit.outages).toEqual(SAMPLE_FIT.outages);
  });

  test('of a variable rate that begins above its mean has a link that keeps up with that', () => {
    const source = even('media', 1_000_000, 20);
    const index = [
      { bytes: 0, seconds: 0 },
      { bytes: 600_000, seconds: 8 },
      ...source.index.slice(1),
    ];
    expect(fitTo(source).rate).toBe(65_000);
    expect(fitTo({ ...source, index }).rate).toBe(98_000);
    expect(fitTo({ ...source, index }).sizes).toEqual(fitTo(source).sizes);
  });

  test('of a page of text reads it in 30 s', () => {
    const fit = fitTo(even('text', 3000, 0.003));
    expect(fit.sizes).toMatchObject({ chunkBytes: 30, consumeRate: 100 });
    expect(fit.rate).toBe(130);
    expect(fit.outages[0]).toEqual({ fromMs: 3600, toMs: 5100 });
  });

  test('has sizes that combine, that people read, and no more than a hundred chunks of a short file', () => {
    fc.assert(
      fc.property(fc.oneof(media, texts), (source) => {
        const { sizes, rate, outages } = fitTo(source);
        const { chunkBytes } = sizes;
        expect(settingsProblems({ ...SETTINGS, ...sizes }, source.deliveredBytes)).toEqual([]);
        expect(isShort(chunkBytes) || chunkBytes === CHUNK_MIN).toBe(true);
        expect(sizes).toMatchObject({
          prefetchBytes: 10 * chunkBytes,
          maxAheadBytes: 20 * chunkBytes,
        });
        const lastsS =
          source.kind === 'media' ? source.durationS : source.deliveredBytes / sizes.consumeRate;
        const unitS = Math.max(1 / 6, Math.min(1, lastsS / 100));
        const unitBytes = (source.deliveredBytes / lastsS) * unitS;
        expect(chunkBytes).toBeGreaterThanOrEqual(Math.floor(unitBytes * (1 - 1e-9)));
        expect(chunkBytes).toBeLessThanOrEqual(
          Math.max(chunkMin(source.deliveredBytes), Math.ceil(unitBytes * 1.1)),
        );
        if (lastsS <= 100) expect(source.deliveredBytes / chunkBytes).toBeLessThanOrEqual(100.001);
        expect(rate / (source.deliveredBytes / lastsS)).toBeGreaterThan(1.23);
        expect(rate / (source.deliveredBytes / lastsS)).toBeLessThan(1.37);
        expect(outages.map(({ fromMs, toMs }) => toMs > fromMs)).toEqual([true, true]);
        expect(
          parseLinkSpec(formatLinkSpec(fittedLink('dropouts', { sizes, rate, outages }))),
        ).toEqual(fittedLink('dropouts', { sizes, rate, outages }));
      }),
      { numRuns: 2000 },
    );
  });

  test('tells the story of the sample: the order of starts, a stall of streaming, none of the others', () => {
    fc.assert(
      fc.property(fc.oneof(media, texts), (source) => {
        // Shorter, and one frame is a large part of all; smaller, and a byte is.
        fc.pre(source.deliveredBytes >= 2000);
        const { sizes, ...fit } = fitTo(source);
        const durationS =
          source.kind === 'media' ? source.durationS : source.deliveredBytes / sizes.consumeRate;
        fc.pre(durationS >= 8);
        const index = [
          { bytes: 0, seconds: 0 },
          { bytes: source.deliveredBytes, seconds: durationS },
        ];
        // Nothing is told of the last hours of a film that is not told of its first two minutes.
        const settings = { ...SETTINGS, ...sizes, untilMs: 120_000 };
        const link = fittedLink('dropouts', { sizes, ...fit });
        const shape = { kind: 'bytes' as const, deliveredBytes: source.deliveredBytes, index };
        const [full, buffering, streaming] = simulate({ settings, link, media: shape, seed: 1 });
        const start = (ms: number | null | undefined): number => ms ?? Infinity;
        expect(start(streaming?.startupDelayMs)).toBeLessThan(start(buffering?.startupDelayMs));
        expect(start(buffering?.startupDelayMs)).toBeLessThan(start(full?.startupDelayMs));
        expect(streaming?.stallCount).toBe(2);
        expect([buffering?.stallCount, full?.stallCount]).toEqual([0, 0]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('fitting a run again', () => {
  const clip = fitTo(even('media', 1_300_000, 3));
  const as = (fit: typeof clip): RunSettings => ({ ...SETTINGS, ...fit.sizes });
  const about = { sourceBytes: 1_300_000 };

  test('there and back is where it began, for every preset', () => {
    for (const preset of ['steady', 'unstable', 'dropouts', 'unlimited'] as const) {
      const before = { settings: SETTINGS, link: fittedLink(preset, SAMPLE_FIT) };
      const there = refitted(before, SAMPLE_FIT, clip, about);
      expect(there).toEqual({ settings: as(clip), link: fittedLink(preset, clip) });
      expect(refitted(there, clip, SAMPLE_FIT, about)).toEqual(before);
    }
  });

  test('leaves alone what a person has changed', () => {
    const link = parseLinkSpec('constant:50kB/s;latency=80ms');
    const settings = { ...SETTINGS, prefetchBytes: 50_000, readAheadChunks: 3 };
    const { settings: next, link: same } = refitted({ settings, link }, SAMPLE_FIT, clip, about);
    expect(same).toEqual(link);
    expect(next).toEqual({ ...as(clip), prefetchBytes: 50_000, readAheadChunks: 3 });
  });

  test('leaves alone what the command line gives, also where it says the usual', () => {
    const now = { settings: SETTINGS, link: fittedLink('dropouts', SAMPLE_FIT) };
    const given = ['maxAheadBytes', 'link'];
    const { settings, link } = refitted(now, SAMPLE_FIT, clip, { ...about, given });
    expect(link).toEqual(now.link);
    expect(settings).toEqual({ ...as(clip), maxAheadBytes: 20_000_000 });
  });

  test('gives sizes that combine, whatever was changed', () => {
    const any = fc.record({
      chunkBytes: fc.integer({ min: 1, max: 17e6 }),
      prefetchBytes: fc.nat(40_000_000),
      maxAheadBytes: fc.nat(40_000_000),
      streamingAheadBytes: fc.option(fc.nat(4_000_000)),
    });
    fc.assert(
      fc.property(fc.oneof(media, texts), any, (source, change) => {
        const now = { settings: { ...SETTINGS, ...change }, link: parseLinkSpec('unlimited') };
        const sourceBytes = source.deliveredBytes;
        const { settings } = refitted(now, SAMPLE_FIT, fitTo(source), { sourceBytes });
        expect(settingsProblems(settings, sourceBytes)).toEqual([]);
        for (const field of FIT_FIELDS) {
          expect([now.settings[field], fitTo(source).sizes[field]]).toContain(settings[field]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
