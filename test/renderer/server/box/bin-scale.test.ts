import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GATHER_BYTES } from '../../../../model/box/gather';
import { boxScale } from '../../../../renderer/server/box/bin-scale';

describe('the tiles of a gathering box', () => {
  it('are those of the answer where that can be read', () => {
    expect(boxScale(32_000, 1000)).toEqual({ tileBytes: 1000, room: 32 });
    expect(boxScale(128_000, 1000)).toEqual({ tileBytes: 1000, room: 128 });
  });

  it('are smaller than a chunk of 1 MB, of which the box would hold a sliver', () => {
    expect(boxScale(32_000, 1_000_000)).toEqual({ tileBytes: 1000, room: 32 });
  });

  it('are some, are not too many, and hold all of it', () => {
    const gathers = fc.integer({ min: GATHER_BYTES.min, max: GATHER_BYTES.max });
    fc.assert(
      fc.property(gathers, fc.integer({ min: 1, max: 1e8 }), (gatherBytes, answerTileBytes) => {
        const { tileBytes, room } = boxScale(gatherBytes, answerTileBytes);
        expect(room).toBeGreaterThanOrEqual(8);
        expect(room).toBeLessThanOrEqual(160);
        expect(room * tileBytes).toBeGreaterThanOrEqual(gatherBytes);
      }),
    );
  });
});
