import type { SourceShape } from '../../../model/media/types';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STALL_BELOW_S } from '../../../model/delivery/player-machine';
import { DEFAULT_SETTINGS } from '../../../model/delivery/settings';
import type { DeliverySettings } from '../../../model/delivery/types';
import { createLink } from '../../../model/link/link';
import { parseLinkSpec } from '../../../model/link/spec/spec';
import type { Link } from '../../../model/link/types';
import { laneFigures } from '../../../model/sweep/figures-recorder';
import { minimumPrefetch } from '../../../model/sweep/minimum-prefetch';
import { acceptedSettings, fastLinks, links, sources } from '../arbitraries';

/** 1 MB a second, as bytes. */
const even = (seconds: number): SourceShape => ({
  kind: 'bytes',
  deliveredBytes: seconds * 1_000_000,
  index: [0, seconds].map((each) => ({ bytes: each * 1_000_000, seconds: each })),
});

function least(link: string, settings: Partial<DeliverySettings> = {}, media = even(100)) {
  const scenario = { settings: { ...DEFAULT_SETTINGS, ...settings }, media };
  return minimumPrefetch(scenario, createLink(parseLinkSpec(link), 1));
}

function isSmooth(settings: DeliverySettings, media: SourceShape, link: Link): boolean {
  const scenario = { method: 'buffering', settings: { ...settings, resumeBytes: null }, media };
  const { stallCount, endedMs } = laneFigures({ ...scenario, method: 'buffering' }, link);
  return endedMs !== null && stallCount === 0;
}

const ALL = { maxAheadBytes: 100_000_000 };

describe('in closed form', () => {
  test('a link faster than playback needs one chunk, or two where they come hardly faster', () => {
    // A chunk takes 0.769 s and lasts 1 s, less what a player leaves.
    const one = least('constant:1.3MB/s', ALL);
    expect(one).toMatchObject({ bytes: 0, wholeBytes: 0, reason: null });
    expect(one.startupDelayMs).toBeCloseTo(1000 / 1.3, 6);
    // At 1.01 MB/s the 0.02 s that a player leaves are not made good before the second chunk.
    expect(least('constant:1.01MB/s', ALL)).toMatchObject({ bytes: 1_000_001, wholeBytes: 2e6 });
  });

  test('a link slower than playback needs what it falls behind by over the whole file', () => {
    // The last chunk comes at 125 s; with 99 MB played until then, start at 125 - (99 - 0.02) s.
    const startMs = 125_000 - (99 - STALL_BELOW_S) * 1000;
    const chunks = Math.ceil(startMs / 1250);
    expect(least('constant:0.8MB/s', ALL)).toEqual({
      bytes: (chunks - 1) * 1_000_000 + 1,
      wholeBytes: chunks * 1_000_000,
      startupDelayMs: chunks * 1250,
      reason: null,
    });
  });

  test('one outage needs what is played in it, less what the link gains before it', () => {
    // 12 MB by 12 s, the next chunk at 21 s: 12 chunks, less 0.02 s, have to last until then.
    const startMs = 21_000 - (12 - STALL_BELOW_S) * 1000;
    expect(least('dropouts:1MB/s@12-20', ALL)).toMatchObject({
      startupDelayMs: Math.ceil(startMs / 1000) * 1000,
      wholeBytes: Math.ceil(startMs / 1000) * 1_000_000,
    });
  });

  test('a file that ends before its gap needs no more than itself', () => {
    expect(least('constant:0.1MB/s', ALL, even(1))).toMatchObject({ bytes: 0, wholeBytes: 0 });
    expect(least('constant:0.1MB/s', ALL, even(3))).toMatchObject({
      bytes: 2_000_001,
      wholeBytes: 3_000_000,
      startupDelayMs: 30_000,
    });
  });

  test('an empty file, an unlimited link: nothing is needed', () => {
    const nothing = { bytes: 0, wholeBytes: 0, startupDelayMs: 0, reason: null };
    expect(least('constant:1MB/s', ALL, even(0))).toEqual(nothing);
    expect(least('unlimited', ALL)).toEqual(nothing);
  });

  test('a link that stops for ever brings no file whole', () => {
    const none = { bytes: null, wholeBytes: null, startupDelayMs: null };
    expect(least('steps:0=2MB/s,10=0', ALL)).toEqual({ ...none, reason: 'never-arrives' });
    expect(least('steps:0=0', ALL)).toEqual({ ...none, reason: 'never-arrives' });
  });

  test('what may not be held ahead cannot be waited for', () => {
    const reason = { bytes: null, reason: 'ahead-too-small' };
    expect(least('constant:0.8MB/s')).toMatchObject(reason);
    expect(least('dropouts:1.3MB/s@40-70')).toMatchObject(reason);
    expect(least('dropouts:1.3MB/s@40-70', { maxAheadBytes: 60e6 })).toMatchObject({
      reason: null,
    });
  });
});

describe('by search', () => {
  const cases = fc.record({
    settings: acceptedSettings,
    link: fc.oneof({ weight: 2, arbitrary: links }, { weight: 1, arbitrary: fastLinks }),
    media: sources,
    seed: fc.integer(),
    ahead: fc.constantFrom('all', 'asked', 'more'),
  });

  test('it is exactly the least: it does, and no prefetch of fewer chunks does', () => {
    fc.assert(
      fc.property(cases, ({ settings: asked, link: spec, media, seed, ahead }) => {
        const { chunkBytes } = asked;
        const maxAheadBytes = {
          all: media.deliveredBytes + chunkBytes,
          asked: asked.maxAheadBytes,
          more: asked.maxAheadBytes + 1_500_000,
        }[ahead];
        const settings = { ...asked, maxAheadBytes };
        const link = createLink(spec, seed);
        const found = minimumPrefetch({ settings, media }, link);
        const most =
          media.deliveredBytes <= maxAheadBytes ? media.deliveredBytes : maxAheadBytes - chunkBytes;
        const end = Math.min(found.bytes ?? Infinity, most + 1);
        for (let bytes = 0; bytes < end; bytes += chunkBytes) {
          expect(isSmooth({ ...settings, prefetchBytes: bytes }, media, link)).toBe(false);
        }
        if (found.bytes === null || found.wholeBytes === null) return;
        expect(found.bytes).toBeLessThanOrEqual(most);
        for (const prefetchBytes of [found.bytes, found.wholeBytes]) {
          const run = { ...settings, prefetchBytes, resumeBytes: null };
          const figures = laneFigures({ method: 'buffering', settings: run, media }, link);
          expect(figures.stallCount).toBe(0);
          expect(figures.startupDelayMs).toBeCloseTo(found.startupDelayMs ?? NaN, 2);
        }
        if (found.bytes > 0) {
          const oneLess = { ...settings, prefetchBytes: found.bytes - 1 };
          expect(isSmooth(oneLess, media, link)).toBe(false);
        }
      }),
      { numRuns: 400 },
    );
  });
});
