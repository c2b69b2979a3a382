import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../model/delivery/settings';
import { lanesOf } from '../../../model/delivery/rules';
import type { DeliverySettings } from '../../../model/delivery/types';
import { parseLinkSpec } from '../../../model/link/spec/spec';
import type { LaneLog } from '../../../model/run/schema';
import { simulate, type Simulation } from '../../../model/run/simulate';

/** 100 MB in 100 s. */
const SAMPLE = {
  kind: 'media',
  deliveredBytes: 100e6,
  index: Array.from({ length: 101 }, (_, i) => ({ bytes: i * 1e6, seconds: i })),
};

function pair(
  change: Partial<DeliverySettings>,
  link: string,
  more: Partial<Simulation> = {},
): [off: LaneLog, on: LaneLog] {
  const settings = {
    ...DEFAULT_SETTINGS,
    methods: ['streaming'] as const,
    backpressureOff: 'streaming' as const,
    ...change,
  };
  const [off, on] = simulate({
    ...{ settings, link: parseLinkSpec(link), media: SAMPLE, seed: 1, sampleEveryMs: 100 },
    ...more,
  });
  if (!off || !on) throw new Error('There are not two lanes.');
  return [off, on];
}

describe('which lanes run', () => {
  test('every method once, or one of them without backpressure and with it', () => {
    const methods = ['full-buffer', 'streaming'] as const;
    expect(lanesOf({ methods, backpressureOff: null })).toEqual(methods);
    expect(lanesOf({ methods, backpressureOff: 'buffering' })).toEqual([
      'buffering-off',
      'buffering',
    ]);
  });
});

describe('a reader that does not wait', () => {
  test('holds what it has read less what has crossed: (12 - 1.3) MB/s in whole chunks', () => {
    const ahead = { streamingAheadBytes: 90e6 };
    const [off, on] = pair(ahead, 'constant:1.3MB/s');
    for (const { tMs, heldBytes, readBytes } of off.samples) {
      const read = Math.min(100, Math.floor((tMs / 1000) * 12 + 1e-9) + 1);
      const crossed = Math.min(100, Math.floor((tMs / 1000) * 1.3 + 1e-9));
      expect(readBytes, `read at ${tMs}`).toBe(read * 1e6);
      expect(heldBytes, `held at ${tMs}`).toBe((read - crossed) * 1e6);
    }
    expect(on.memory.peakHeldBytes).toBe(1e6);
    expect(off.memory.peakHeldBytes).toBeGreaterThan(89e6);
  });

  test('reads on while its client has no room and while the link is down', () => {
    const [off, on] = pair({}, 'dropouts:1.3MB/s@2-20');
    const heldAt = (log: LaneLog, tMs: number) =>
      log.samples.find((sample) => sample.tMs >= tMs)?.heldBytes ?? NaN;
    expect(heldAt(off, 7000)).toBe((7 * 12 + 1 - 2) * 1e6);
    expect(heldAt(on, 7000)).toBe(1e6);
  });

  test('is stopped by its cap, beside what its process takes at rest; the other lane plays to the end', () => {
    const [off, on] = pair({ memoryCapBytes: 150e6 }, 'constant:1.3MB/s', { restBytes: 106e6 });
    expect(off.state).toBe('failed');
    expect(off.error).toMatchObject({ code: 'memory-cap', where: 'memory' });
    expect(off.memory.peakHeldBytes).toBe(44e6);
    const failed = off.events.find(({ kind }) => kind === 'error');
    // 44 MB are held when 49 have been read and 5 have crossed: the next read is due after 49 of them.
    expect(failed?.tMs).toBeCloseTo(((44 + 5) / 12) * 1000, 6);
    expect(on.state).toBe('ended');
    expect(on.error).toBeNull();
  });

  test('the film is the same as with backpressure on, wherever it reads at least as fast as the link carries', () => {
    fc.assert(
      fc.property(
        fc.record({
          rate: fc.integer({ min: 200_000, max: 5_000_000 }),
          readRate: fc.integer({ min: 5_000_000, max: 30_000_000 }),
          chunkBytes: fc.integer({ min: 100_000, max: 3_000_000 }),
          method: fc.constantFrom('buffering' as const, 'streaming' as const),
          down: fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 20 })),
        }),
        ({ rate, readRate, chunkBytes, method, down: [from, length] }) => {
          const change = { readRate, chunkBytes, backpressureOff: method };
          const link = `dropouts:${rate}B/s@${from}-${from + length}`;
          const [off, on] = pair({ ...change, memoryCapBytes: 4e9 }, link, {
            sampleEveryMs: 500,
          });
          expect(off.startupDelayMs).toBeCloseTo(on.startupDelayMs ?? NaN, 3);
          expect(off.stallCount).toBe(on.stallCount);
          expect(off.stallTotalMs).toBeCloseTo(on.stallTotalMs, 2);
          expect(off.receivedBytes).toBe(on.receivedBytes);
          off.samples.forEach((sample, i) => {
            const other = on.samples[i];
            if (!other || other.tMs !== sample.tMs) return;
            expect(sample.heldBytes).toBeGreaterThanOrEqual(other.heldBytes);
            expect(sample.readBytes).toBeLessThanOrEqual(
              (readRate * sample.tMs) / 1000 + chunkBytes + 1,
            );
          });
        },
      ),
    );
  });

  test('never holds more than the cap leaves beside its rest, and fails only by it', () => {
    fc.assert(
      fc.property(
        fc.record({
          rate: fc.integer({ min: 100_000, max: 20_000_000 }),
          readRate: fc.integer({ min: 100_000, max: 30_000_000 }),
          memoryCapBytes: fc.integer({ min: 50_000_000, max: 200_000_000 }),
          restBytes: fc.integer({ min: 0, max: 120_000_000 }),
        }),
        ({ rate, restBytes, ...change }) => {
          const [off] = pair(change, `constant:${rate}B/s`, { restBytes });
          expect(restBytes + off.memory.peakHeldBytes).toBeLessThanOrEqual(
            Math.max(change.memoryCapBytes, restBytes),
          );
          if (off.error) {
            const room = change.memoryCapBytes - restBytes - off.memory.peakHeldBytes;
            expect(room).toBeLessThan(DEFAULT_SETTINGS.chunkBytes);
          } else expect(off.readBytes).toBe(SAMPLE.deliveredBytes);
        },
      ),
    );
  });
});
