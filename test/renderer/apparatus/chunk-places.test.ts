import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { laneViews } from '../../../renderer/apparatus/lane-view';
import {
  chunkGrid,
  chunksAt,
  columnsOf,
  indexAt,
  placeIn,
  stretchAt,
  TILE_STAGES,
} from '../../../renderer/apparatus/chunk-places';
import { ChunkPointer } from '../../../renderer/apparatus/chunk-pointer';
import { EMPTY_FRAME } from '../../../renderer/apparatus/scene';
import { outline } from '../../../renderer/apparatus/tank';
import { planOfLog } from '../../../model/run/logged-plan';
import { frameAt } from '../../../model/run/frame';
import '../../../renderer/source-kinds/source-kinds';
import { madeLog } from '../../model/runs/made-runs';

/** A run of 10 MB in chunks of this size. */
function madePicture(chunkBytes: number, rate = 1.3) {
  const log = madeLog(`constant:${rate}MB/s`, { chunkBytes });
  return { log, views: laneViews(planOfLog(log)) };
}

const CHUNKS = [16_384, 100_000, 300_000, 1_000_000, 5_000_000];

describe('where chunks lie in a picture', () => {
  it('what is at a tile is found at that tile again', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CHUNKS),
        fc.integer({ min: 0, max: 1000 }),
        fc.nat({ max: 99 }),
        fc.constantFrom(...TILE_STAGES),
        (chunkBytes, share, tile, stage) => {
          const { log, views } = madePicture(chunkBytes);
          for (const [i, view] of views.entries()) {
            const lane = log.lanes[i];
            if (!lane) throw new Error('A lane without a log.');
            const frame = frameAt({ log: lane, outages: [] }, (share / 1000) * log.lengthMs);
            const index = indexAt(stage, view, frame, tile);
            if (index === null) continue;
            const place = placeIn(stage, view, frame, stretchAt(view, index));
            expect(place?.tile).toBeLessThanOrEqual(tile);
            expect((place?.tile ?? 0) + (place?.tiles ?? 0)).toBeGreaterThan(tile);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('a chunk is in the file always, and elsewhere only while it is there', () => {
    const { views } = madePicture(1_000_000);
    const [full, buffering] = views;
    if (!full || !buffering) throw new Error('No lanes.');
    const third = stretchAt(full, 2);
    const places = (view: typeof full, frame: Partial<typeof EMPTY_FRAME>) =>
      TILE_STAGES.map((stage) => placeIn(stage, view, { ...EMPTY_FRAME, ...frame }, third)?.tile);
    expect(places(full, {})).toEqual([2, undefined, undefined]);
    expect(places(full, { readBytes: 10e6, heldBytes: 10e6 })).toEqual([2, 2, undefined]);
    const gone = { readBytes: 3e6, heldBytes: 1e6 };
    expect(places(buffering, gone)).toEqual([2, 0, undefined]);
    const arrived = { readBytes: 5e6, heldBytes: 1e6, receivedBytes: 4e6, bufferedBytes: 2.5e6 };
    // Half of the second chunk is still to be played: that tile comes first.
    expect(places(buffering, arrived)).toEqual([2, undefined, 1]);
    expect(places(buffering, { ...arrived, bufferedBytes: 0.5e6 })).toEqual([
      2,
      undefined,
      undefined,
    ]);
  });

  it('nothing is at a tile of a stage that is empty, at the end of a file either', () => {
    const [, buffering] = madePicture(300_000).views;
    if (!buffering) throw new Error('No lanes.');
    const frame = { ...EMPTY_FRAME, readBytes: 10e6, receivedBytes: 10e6 };
    for (const stage of ['memory', 'buffer'] as const) {
      expect(indexAt(stage, buffering, frame, 0)).toBeNull();
    }
  });

  it('small chunks are told by the tile, large ones frame several', () => {
    const [small] = madePicture(16_384).views;
    const [large] = madePicture(5_000_000).views;
    if (!small || !large) throw new Error('No lanes.');
    expect(chunkGrid(small).bytes).toBe(small.scale.tileBytes);
    const { first, last } = chunksAt(small, 0);
    expect([first, last]).toEqual([1, Math.ceil(small.scale.tileBytes / 16_384)]);
    expect(chunkGrid(large).count).toBe(2);
    const place = placeIn('file', large, EMPTY_FRAME, stretchAt(large, 1));
    expect(place).toEqual({
      tile: 5e6 / large.scale.tileBytes,
      tiles: 5e6 / large.scale.tileBytes,
    });
  });

  it('a frame around tiles of two rows is two outlines, of the row that fills first the first', () => {
    expect(outline({ tile: 8, tiles: 3 }, 10, true, 0)).toBe('M96 0h24v12h-24zM0 12h12v12h-12z');
    expect(outline({ tile: 0, tiles: 1 }, 2, false, 0)).toBe('M0 108h12v12h-12z');
    expect(outline({ tile: 98, tiles: 9 }, 10, true, 0)).toBe('M96 108h24v12h-24z');
  });

  it('a narrow tank has its own columns', () => {
    const { views } = madePicture(1_000_000);
    expect(views.map((view) => columnsOf('buffer', view))).toEqual([10, 2, 2]);
  });
});

describe('pointing at chunks', () => {
  const pointer = () => new ChunkPointer(madePicture(1_000_000).views);

  it('ends where the mouse leaves, unless a click keeps it', () => {
    const at = pointer();
    at.point(3);
    expect(at.shown).toBe(3);
    at.point(null);
    expect(at.shown).toBeNull();
    at.click(4);
    at.point(null);
    expect(at.shown).toBe(4);
    at.point(5);
    expect(at.shown).toBe(4);
    at.click(4);
    at.point(null);
    expect(at.shown).toBeNull();
  });

  it('goes by keys from chunk to chunk and stays within the file', () => {
    const at = pointer();
    at.move(1);
    expect(at.shown).toBeNull();
    at.enter(2);
    at.move(-1);
    expect(at.shown).toBe(1);
    at.moveRow(-1);
    expect(at.shown).toBe(0);
    at.moveRow(1);
    expect(at.shown).toBe(9);
    at.leave();
    expect(at.shown).toBeNull();
  });
});
