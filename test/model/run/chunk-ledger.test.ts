import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChunkLedger } from '../../../model/run/chunk-ledger';

const MB = 1_000_000;

const at = (i: number, bytes: number, everyMs: number) => ({
  fromBytes: i * bytes,
  toBytes: (i + 1) * bytes,
  chunks: 1,
  readMs: i * everyMs,
  sentMs: i * everyMs + 1,
  receivedMs: i * everyMs + 2,
});

describe('the times of chunks', () => {
  it('are those of every large chunk by itself', () => {
    const ledger = new ChunkLedger();
    for (let i = 0; i < 3; i++) ledger.arrived(at(i, MB, 10));
    expect(ledger.stretches).toEqual([0, 1, 2].map((i) => ({ ...at(i, MB, 10), playedMs: null })));
  });

  it('are told together of small ones that arrive in quick succession', () => {
    const ledger = new ChunkLedger();
    for (let i = 0; i < 40; i++) ledger.arrived(at(i, 1024, 10));
    expect(ledger.stretches.map(({ chunks }) => chunks)).toEqual([10, 10, 10, 10]);
    expect(ledger.stretches[0]).toMatchObject({ fromBytes: 0, toBytes: 10_240, receivedMs: 92 });
  });

  it('say when each was played: by its share of the way between two looks, never before it came', () => {
    const ledger = new ChunkLedger();
    for (let i = 0; i < 4; i++) ledger.arrived(at(i, MB, 10));
    ledger.played(1000, 0);
    ledger.played(2000, 2 * MB);
    ledger.played(2001, 2 * MB);
    const played = ledger.stretches.map(({ playedMs }) => playedMs);
    expect(played).toEqual([1500, 2000, null, null]);
    const early = new ChunkLedger();
    early.arrived({ ...at(0, MB, 10), receivedMs: 900 });
    early.played(1000, 10 * MB);
    expect(early.stretches[0]?.playedMs).toBe(900);
  });

  it('fill a bounded list, gapless and in order, however long a run lasts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5000, max: 30_000 }), (count) => {
        const ledger = new ChunkLedger();
        for (let i = 0; i < count; i++) {
          ledger.arrived(at(i, MB, 10));
          ledger.played(i * 10 + 5, i * MB);
        }
        const { stretches } = ledger;
        expect(stretches.length).toBeLessThanOrEqual(4097);
        const follows = stretches.map((s, i) => s.fromBytes === (stretches[i - 1]?.toBytes ?? 0));
        expect(follows).not.toContain(false);
        expect(stretches.at(-1)?.toBytes).toBe(count * MB);
        expect(stretches.reduce((sum, { chunks }) => sum + chunks, 0)).toBe(count);
        expect(stretches.filter(({ playedMs }) => playedMs === null)).toHaveLength(1);
        expect(stretches.at(-1)).toMatchObject({ chunks: 1, playedMs: null });
      }),
      { numRuns: 5 },
    );
  });
});
