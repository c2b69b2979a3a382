import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { laneRules } from '../../../model/delivery/rules';
import { METHODS } from '../../../model/delivery/types';
import { createLink } from '../../../model/link/link';
import { bytesAt } from '../../../model/media/index-map';
import { durationOf, ruleSource } from '../../../model/media/source';
import { simulate, type Simulation } from '../../../model/run/simulate';
import {
  acceptedSettings,
  fastLinks,
  finiteLinks,
  links,
  mediaSources,
  sources,
} from '../arbitraries';
import { referenceRun } from './reference';

const runs: fc.Arbitrary<Simulation> = fc
  .record({
    settings: acceptedSettings,
    link: fc.oneof({ weight: 5, arbitrary: links }, { weight: 1, arbitrary: fastLinks }),
    media: sources,
    seed: fc.integer(),
  })
  .map((run) => ({ ...run, settings: { ...run.settings, methods: METHODS } }));

describe('every run with accepted settings', () => {
  test('comes to its end, all bytes played, in the time that start, media and stalls take', () => {
    fc.assert(
      fc.property(runs, (run) => {
        for (const log of simulate(run)) {
          expect(log.state).toBe('ended');
          const total = run.media.deliveredBytes;
          expect([log.readBytes, log.sentBytes, log.receivedBytes, log.playedBytes]).toEqual([
            total,
            total,
            total,
            total,
          ]);
          const sum = (log.startupDelayMs ?? NaN) + durationOf(run.media) * 1000 + log.stallTotalMs;
          expect(Math.abs((log.endedMs ?? NaN) - sum)).toBeLessThan(0.01);
          if (log.method === 'full-buffer') expect(log.stallCount).toBe(0);
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('keeps played <= received <= sent <= read, and what is ahead within its rules', () => {
    fc.assert(
      fc.property(runs, (run) => {
        for (const log of simulate({ ...run, sampleEveryMs: 250 })) {
          const rules = laneRules(log.method, run.settings, ruleSource(run.media));
          const broken = log.samples.filter((s) => {
            const ordered =
              s.playedBytes <= s.receivedBytes &&
              s.receivedBytes <= s.sentBytes &&
              s.sentBytes <= s.readBytes &&
              s.readBytes <= run.media.deliveredBytes;
            // Bytes without a second of their own at the beginning count as played from the start.
            const playedBytes = Math.max(s.playedBytes, bytesAt(run.media.index, 0));
            const ahead = s.sentBytes - playedBytes <= rules.maxBufferBytes + 1;
            const held =
              rules.bufferWhole || s.heldBytes <= (1 + rules.readAheadChunks) * rules.chunkBytes;
            return !(ordered && ahead && held);
          });
          expect(broken).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('lets nothing cross or arrive before the link could have carried it', () => {
    fc.assert(
      fc.property(runs, (run) => {
        const link = createLink(run.link, run.seed);
        for (const log of simulate({ ...run, sampleEveryMs: 400 })) {
          const early = log.samples.filter(
            ({ tMs, sentBytes }) => sentBytes > link.capacity(0, tMs) + 0.01,
          );
          const arrivedEarly = log.events.filter(({ tMs, kind, bytes = 0 }) => {
            const able = link.capacity(0, Math.max(0, tMs - run.link.latencyMs));
            return kind === 'chunk-received' && bytes > able + 0.01;
          });
          expect([early, arrivedEarly]).toEqual([[], []]);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('is the same for the same seed, sampled or not', () => {
    fc.assert(
      fc.property(runs, (run) => {
        const plain = simulate(run);
        expect(simulate(run)).toEqual(plain);
        simulate({ ...run, sampleEveryMs: 313 }).forEach((log, i) => {
          expect(log.stallCount).toBe(plain[i]?.stallCount);
          expect(log.endedMs).toBeCloseTo(plain[i]?.endedMs ?? NaN, 2);
        });
      }),
      { numRuns: 150 },
    );
  });
});

test('more prefetch never means an earlier start', () => {
  fc.assert(
    fc.property(runs, fc.integer({ min: 1, max: 2_000_000 }), (run, moreBytes) => {
      const start = (prefetchBytes: number): number => {
        const maxAheadBytes = run.settings.maxAheadBytes + moreBytes;
        const settings = { ...run.settings, prefetchBytes, maxAheadBytes };
        const [log] = simulate({ ...run, settings: { ...settings, methods: ['buffering'] } });
        return log?.startupDelayMs ?? NaN;
      };
      const { prefetchBytes } = run.settings;
      expect(start(prefetchBytes + moreBytes)).toBeGreaterThanOrEqual(start(prefetchBytes) - 1e-6);
    }),
    { numRuns: 300 },
  );
});

test('streaming never starts later than buffering, nor buffering later than full buffer', () => {
  fc.assert(
    fc.property(runs, (run) => {
      const [full = NaN, buffering = NaN] = simulate(run).map((log) => log.startupDelayMs ?? NaN);
      expect(buffering).toBeLessThanOrEqual(full + 1e-6);
    }),
    { numRuns: 300 },
  );
});

test('the simulation agrees with a plain reference that goes millisecond by millisecond', () => {
  const small = fc.record({
    settings: acceptedSettings,
    // Fast enough that a millisecond is no large part of anything.
    link: fc.oneof(finiteLinks, fastLinks).filter((link) => link.rate > 100_000),
    media: mediaSources.filter(
      (media) => media.deliveredBytes < 4_000_000 && durationOf(media) < 20,
    ),
    seed: fc.integer(),
  });
  fc.assert(
    fc.property(small, (run) => {
      const link = createLink(run.link, run.seed);
      const settings = { ...run.settings, methods: METHODS };
      for (const log of simulate({ ...run, settings })) {
        const rules = laneRules(log.method, settings, ruleSource(run.media));
        const plain = referenceRun(rules, link, run.media);
        const near = 6 * (log.stallCount + 2);
        expect(Math.abs((log.startupDelayMs ?? NaN) - plain.startupDelayMs)).toBeLessThan(near);
        expect(Math.abs((log.endedMs ?? NaN) - plain.endedMs)).toBeLessThan(near);
        expect(Math.abs(log.stallTotalMs - plain.stallTotalMs)).toBeLessThan(near);
      }
    }),
    { numRuns: 300, seed: 20261121 },
  );
});
