import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChunkLedger } from '../../../model/run/chunk-ledger';
import { chunkNumbers, chunkStory } from '../../../model/run/chunk-story';
import type { LoggedRules } from '../../../model/run/schema';

const rules = (chunkBytes: number): LoggedRules => ({
  chunkBytes,
  startBytes: 0,
  resumeBytes: 0,
  maxBufferBytes: null,
  bufferWhole: false,
  readAheadChunks: 0,
  bufferLimitRaised: false,
});

/** The times of the chunk i (from 0), which arrives every so many ms and is played a second later. */
const timesOf = (i: number, everyMs: number) => ({
  read: i * everyMs,
  sent: i * everyMs + 1,
  received: i * everyMs + 2,
});

/** What a lane knows after so many chunks of this size, the last of them shorter. */
function told(count: number, chunkBytes: number, everyMs: number, sourceBytes: number) {
  const ledger = new ChunkLedger();
  for (let i = 0; i < count; i++) {
    const { read: readMs, sent: sentMs, received: receivedMs } = timesOf(i, everyMs);
    const toBytes = Math.min(sourceBytes, (i + 1) * chunkBytes);
    const times = { readMs, sentMs, receivedMs };
    ledger.arrived({ fromBytes: i * chunkBytes, toBytes, chunks: 1, ...times });
  }
  return { chunks: ledger.stretches, rules: rules(chunkBytes) };
}

describe('the story of a chunk', () => {
  it('is its own, or of the last of those that are told together, and says which', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6000 }),
        fc.constantFrom(1000, 16_384, 65_535, 65_536, 1_000_000),
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 0, max: 999 }),
        (count, chunkBytes, everyMs, part, share) => {
          const sourceBytes = Math.max(1, Math.round((count - 1 + part / 100) * chunkBytes));
          const lane = told(count, chunkBytes, everyMs, sourceBytes);
          const i = Math.floor((share / 1000) * count);
          const fromBytes = i * chunkBytes;
          const toBytes = Math.min(sourceBytes, fromBytes + chunkBytes);
          const { times, together } = chunkStory(lane, { fromBytes, toBytes });
          const last = together?.last ?? i + 1;
          expect(times).toEqual({ ...timesOf(last - 1, everyMs), played: null });
          if (!together) return;
          expect(together.first).toBeLessThanOrEqual(i + 1);
          expect(together.last).toBeGreaterThan(i + 1);
        },
      ),
    );
  });

  it('joins small chunks of one tenth of a second', () => {
    const lane = told(40, 1000, 10, 40_000);
    const story = chunkStory(lane, { fromBytes: 32_000, toBytes: 33_000 });
    expect(story.together).toEqual({ first: 31, last: 40 });
    expect(story.times.received).toBe(392);
  });

  it('of a tile with several chunks is that of the last of them', () => {
    const lane = told(40, 1_000_000, 50, 40e6);
    const tile = { fromBytes: 10e6, toBytes: 20e6 };
    expect(chunkNumbers(tile, 1e6)).toEqual({ first: 11, last: 20 });
    const { times, together } = chunkStory(lane, tile);
    expect({ ...times, together }).toEqual({ ...timesOf(19, 50), played: null, together: null });
  });

  it('is not known of what has not arrived', () => {
    const lane = told(3, 1_000_000, 10, 10e6);
    const { times } = chunkStory(lane, { fromBytes: 3e6, toBytes: 4e6 });
    expect(times).toEqual({ read: null, sent: null, received: null, played: null });
    expect(chunkStory({ ...lane, chunks: [] }, { fromBytes: 0, toBytes: 1e6 }).times).toEqual(
      times,
    );
  });
});
