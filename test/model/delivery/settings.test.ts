import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { en as words } from '../../../assets/words/en';
import {
  CHUNK_MAX,
  CHUNK_MIN,
  CHUNK_STEPS,
  DEFAULT_SETTINGS,
  READ_AHEAD_MAX,
  settingsProblems,
} from '../../../model/delivery/settings';
import type { DeliverySettings } from '../../../model/delivery/types';
import { anySettings } from '../arbitraries';

const problems = (change: Partial<DeliverySettings>, sourceBytes?: number): string[] =>
  settingsProblems({ ...DEFAULT_SETTINGS, ...change }, sourceBytes).map(
    ({ field, code }) => `${field} ${code}`,
  );

describe('settings', () => {
  test('are fine as they come, and with every chunk that is offered', () => {
    expect(problems({})).toEqual([]);
    expect(CHUNK_STEPS).toContain(DEFAULT_SETTINGS.chunkBytes);
    expect([...CHUNK_STEPS].sort((a, b) => a - b)).toEqual(CHUNK_STEPS);
    expect([CHUNK_STEPS[0], CHUNK_STEPS.at(-1)]).toEqual([1024, 16 * 1024 * 1024]);
    for (const chunkBytes of CHUNK_STEPS) {
      expect(problems({ chunkBytes, maxAheadBytes: 10_000_000 + chunkBytes })).toEqual([]);
    }
  });

  test('a chunk is 1 KiB to 16 MiB', () => {
    expect(problems({ chunkBytes: CHUNK_MIN - 1 })).toEqual(['chunkBytes chunk-range']);
    expect(problems({ chunkBytes: CHUNK_MAX + 1 })).toEqual(['chunkBytes chunk-range']);
  });

  test('thresholds leave room for one chunk below the most held ahead', () => {
    expect(problems({ prefetchBytes: 19_000_000 })).toEqual([]);
    expect(problems({ prefetchBytes: 19_000_001 })).toEqual([
      'prefetchBytes prefetch-does-not-fit',
    ]);
    for (const resumeBytes of [3_000_000, 19_000_000]) {
      expect(problems({ resumeBytes })).toEqual([]);
    }
    expect(problems({ resumeBytes: 19_000_001 })).toEqual(['resumeBytes resume-does-not-fit']);
    const [late] = settingsProblems({ ...DEFAULT_SETTINGS, resumeBytes: 20_000_000 });
    expect(late?.params).toMatchObject({ resume: '20 MB', chunk: '1 MB', least: '21 MB' });
    expect(problems({ prefetchBytes: 0, maxAheadBytes: 1_000_000 })).toEqual([]);
    expect(problems({ prefetchBytes: 0, maxAheadBytes: 500_000 })).toEqual([
      'maxAheadBytes ahead-below-chunk',
    ]);
  });

  test('chunks are read ahead in whole numbers, and not without end', () => {
    expect(problems({ readAheadChunks: READ_AHEAD_MAX })).toEqual([]);
    for (const readAheadChunks of [READ_AHEAD_MAX + 1]) {
      expect(problems({ readAheadChunks })).toEqual(['readAheadChunks read-ahead-range']);
    }
    expect(problems({ readAheadChunks: 0.5 })).toEqual(['readAheadChunks not-a-size']);
    expect(problems({ readAheadChunks: -1 })).toEqual(['readAheadChunks not-a-size']);
  });

  test('streaming has two chunks ahead at least', () => {
    expect(problems({ streamingAheadBytes: 2_000_000 })).toEqual([]);
    expect(problems({ streamingAheadBytes: 1_999_999 })).toEqual([
      'streamingAheadBytes streaming-below-two-chunks',
    ]);
    expect(problems({ chunkBytes: 4_000_000 })).toEqual([]);
  });

  test('a limit that the whole source fits below is not held against them', () => {
    expect(problems({ prefetchBytes: 30_000_000 }, 20_000_000)).toEqual([]);
    expect(problems({ prefetchBytes: 30_000_000 }, 20_000_001)).toHaveLength(1);
    expect(problems({ streamingAheadBytes: 5000 }, 5000)).toEqual([]);
  });

  test.each([NaN, -1, 1.5, Infinity, 2 ** 60])('%d is not a size', (size) => {
    expect(problems({ prefetchBytes: size })).toEqual(['prefetchBytes not-a-size']);
    expect(problems({ resumeBytes: size })).toEqual(['resumeBytes not-a-size']);
  });
});

test('every problem has its sentence, and the sentence has its figures', () => {
  const seen = new Set<string>();
  const sentences: Record<string, string> = words.settings.problems;
  const odd = fc.oneof(
    anySettings,
    fc.record({
      chunkBytes: fc.constantFrom(5, 1_000_000),
      prefetchBytes: fc.constantFrom(-1, 19_500_000),
      resumeBytes: fc.constantFrom(null, 19_500_000),
      maxAheadBytes: fc.constantFrom(20_000_000),
      streamingAheadBytes: fc.constant(null),
      readAheadChunks: fc.constantFrom(0, READ_AHEAD_MAX + 1),
      backpressureOff: fc.constant(null),
      readRate: fc.constantFrom(0, 12e6),
      memoryCapBytes: fc.constantFrom(1, 300e6),
    }),
  );
  fc.assert(
    fc.property(odd, (settings) => {
      for (const { code, params } of settingsProblems(settings)) {
        seen.add(code);
        const gaps = (sentences[code] ?? '').match(/\{\{\w+\}\}/g) ?? [];
        expect(sentences[code]).toMatch(/[.]$/);
        for (const gap of gaps) expect(params[gap.slice(2, -2)]).toMatch(/^[\d.]+( [kKM]?i?B)?$/);
      }
    }),
    { numRuns: 500 },
  );
  expect([...seen].sort()).toEqual(Object.keys(sentences).sort());
});
