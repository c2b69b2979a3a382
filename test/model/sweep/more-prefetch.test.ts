import type { SourceShape } from '../../../model/media/types';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../model/delivery/settings';
import type { DeliverySettings } from '../../../model/delivery/types';
import { createLink } from '../../../model/link/link';
import { parseLinkSpec } from '../../../model/link/spec/spec';
import { laneFigures } from '../../../model/sweep/figures-recorder';
import type { LaneFigures } from '../../../model/sweep/types';
import { acceptedSettings, fastLinks, links, sources } from '../arbitraries';

const more = fc.integer({ min: 1, max: 2_000_000 });

describe('on the same link and seed, where the whole file may be held ahead', () => {
  test('more prefetch never stalls a run that did not stall', () => {
    const cases = fc.tuple(acceptedSettings, fc.oneof(links, fastLinks), sources, fc.integer());
    fc.assert(
      fc.property(cases, more, ([asked, spec, media, seed], moreBytes) => {
        const link = createLink(spec, seed);
        const settings = { ...asked, maxAheadBytes: media.deliveredBytes + asked.chunkBytes };
        const run = (prefetchBytes: number): LaneFigures => {
          const with_ = { ...settings, prefetchBytes };
          return laneFigures({ method: 'buffering', settings: with_, media }, link);
        };
        if (run(settings.prefetchBytes).stallCount > 0) return;
        expect(run(settings.prefetchBytes + moreBytes).stallCount).toBe(0);
      }),
      { numRuns: 400 },
    );
  });

  test('nor does it stall a run more often where neither the link nor the file changes its rate', () => {
    const cases = fc.record({
      rate: fc.integer({ min: 50, max: 3000 }),
      seconds: fc.integer({ min: 1, max: 60 }),
      chunkBytes: fc.integer({ min: 8000, max: 1_000_000 }),
      prefetchBytes: fc.nat(20_000_000),
    });
    fc.assert(
      fc.property(cases, more, ({ rate, seconds, chunkBytes, prefetchBytes }, moreBytes) => {
        const stalls = (prefetch: number): number =>
          run(`constant:${rate}kB/s`, seconds, { chunkBytes, prefetchBytes: prefetch }).stallCount;
        expect(stalls(prefetchBytes + moreBytes)).toBeLessThanOrEqual(stalls(prefetchBytes));
      }),
      { numRuns: 400 },
    );
  });
});

describe('but more prefetch may mean more stalls', () => {
  /**
   * With 10 MB playback stalls at 73 s and stands while the link is slow; with 15 MB it goes on for
   * 5 s, stalls as the link becomes fast and so stands for less. Now it is further on in the file, with
   * less ahead of it of the same bytes, when the link falls silent at 81 s: it stalls again, the other
   * one does not.
   */
  test('where a run that stalled earlier is behind, and so has more ahead in the next outage', () => {
    const link = 'steps:0=5MB/s,3=0.8MB/s,78=5MB/s,81=0,97=5MB/s';
    const [little, much] = [10e6, 15e6].map((prefetchBytes) =>
      run(link, 130, { chunkBytes: 100_000, prefetchBytes }),
    );
    expect([little?.stallCount, much?.stallCount]).toEqual([1, 2]);
  });

  /**
   * Both buffers are full, 12.1 MB ahead of the playhead, as the outage of 11.1 s begins, but only whole
   * chunks can be played. Of them the earlier start has 11.57 s, the later one 11.14 s: that is less
   * than the outage, the rest of the next chunk and the 0.02 s that a player leaves.
   */
  test('where the most held ahead binds, and another part of a chunk is on its way', () => {
    const link = 'dropouts:1.4MB/s@25-36.1';
    const [little, much] = [5e6, 10e6].map((prefetchBytes) =>
      run(link, 60, { prefetchBytes, maxAheadBytes: 12_100_000 }),
    );
    expect([little?.stallCount, much?.stallCount]).toEqual([0, 1]);
  });

  /**
   * The file is heavy from 25 to 35 s. Playback that starts at 2 s is past that when the link falls
   * silent at 38 s, and what may be held lasts for 20 s; playback that starts at 10 s is in the midst of it.
   */
  test('where the most held ahead binds, and an outage meets a heavier part of the file', () => {
    const index = [{ bytes: 0, seconds: 0 }];
    for (let second = 1; second <= 60; second++) {
      const { bytes } = index.at(-1) ?? { bytes: 0 };
      const heavy = second > 25 && second <= 35;
      index.push({ bytes: bytes + (heavy ? 2_000_000 : 500_000), seconds: second });
    }
    const media = { kind: 'bytes', deliveredBytes: index.at(-1)?.bytes ?? 0, index } as const;
    const settings = { chunkBytes: 100_000, maxAheadBytes: 10_000_000 };
    const stalls = [1e6, 5e6].map(
      (prefetchBytes) =>
        run('steps:0=0.5MB/s,10=2.5MB/s,38=0,50=2.5MB/s', media, { ...settings, prefetchBytes })
          .stallCount,
    );
    expect(stalls).toEqual([0, 1]);
  });
});

/** Buffering over a link; a number of seconds is a source of 1 MB a second. */
function run(
  link: string,
  source: number | SourceShape,
  settings: Partial<DeliverySettings>,
): LaneFigures {
  const media: SourceShape =
    typeof source === 'number'
      ? {
          kind: 'bytes',
          deliveredBytes: source * 1e6,
          index: [0, source].map((seconds) => ({ bytes: seconds * 1e6, seconds })),
        }
      : source;
  return laneFigures(
    {
      method: 'buffering',
      settings: { ...DEFAULT_SETTINGS, maxAheadBytes: media.deliveredBytes, ...settings },
      media,
    },
    createLink(parseLinkSpec(link), 1),
  );
}
