import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../model/delivery/settings';
import { parseLinkSpec } from '../../../../model/link/spec/spec';
import { roomSource } from '../../../../renderer/what-if/state/room-source';
import { modelledMemory } from '../../../../renderer/what-if/worker/modelled-memory';

/** 100 MB that play for 100 s, read at 12 MB/s. */
const { shape } = roomSource(null, 1e6);
const REST = { bytes: 106e6, measured: true };

const memoryOver = (link: string, memoryCapBytes = 300e6) =>
  modelledMemory(
    {
      method: 'buffering',
      settings: { ...DEFAULT_SETTINGS, memoryCapBytes },
      link: parseLinkSpec(link),
      media: shape,
    },
    1,
    REST,
  );

describe('the modelled memory of a server', () => {
  it('climbs by what is read less what the link takes, and with backpressure stays at a chunk', () => {
    const { lanes, restBytes } = memoryOver('constant:1.3MB/s');
    expect(lanes.map(({ method }) => method)).toEqual(['streaming-off', 'streaming']);
    const [off, on] = lanes;
    // Streaming's client has room for two chunks: from then on it takes 1 MB each second, as it is played.
    for (const { tMs, rssBytes } of off?.samples ?? []) {
      if (tMs > 8000) break;
      const expected = REST.bytes + (12 - 1.3) * 1000 * tMs;
      expect(Math.abs(rssBytes - expected), `at ${String(tMs)}`).toBeLessThan(4.5e6);
    }
    expect(on?.memory.peakRssBytes).toBe(restBytes + 1e6);
    expect(off?.error).toBeNull();
  });

  it('is stopped at its cap, as soon as rest and what is held come to it, and never beyond', () => {
    const caps = fc.integer({ min: 110, max: 190 });
    fc.assert(
      fc.property(caps, fc.integer({ min: 3, max: 30 }), (capMb, tenths) => {
        const rate = tenths / 10;
        const { lanes, endMs } = memoryOver(`constant:${String(rate)}MB/s`, capMb * 1e6);
        const [off, on] = lanes;
        expect(off?.error?.code).toBe('memory-cap');
        expect(off?.memory.peakRssBytes).toBeLessThanOrEqual(capMb * 1e6);
        // One chunk more would have been too much.
        expect(off?.memory.peakRssBytes).toBeGreaterThan(capMb * 1e6 - 1e6);
        const stoppedMs = off?.events.find(({ kind }) => kind === 'error')?.tMs ?? NaN;
        const held = capMb - 106;
        // The link takes at most its rate, and at least what is played of it.
        expect(stoppedMs).toBeGreaterThan(((held - 2) / 12) * 1000);
        expect(stoppedMs).toBeLessThan(((held + 2) / (12 - rate)) * 1000 + 1);
        expect(on?.error).toBeNull();
        expect(endMs).toBeGreaterThan(stoppedMs);
      }),
      { numRuns: 25 },
    );
  });
});
