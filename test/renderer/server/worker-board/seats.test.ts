import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seatRows, seatScale } from '../../../../renderer/server/worker-board/seat-scale';
import { seatView } from '../../../../renderer/server/worker-board/seat-view';
import { served } from '../made';

const FILES = { media: { name: 'a.mp4', bytes: 100e6 }, text: { name: 'a.txt', bytes: 1e5 } };

describe('seats', () => {
  it('stand in order, taken or free; those that wait have none', () => {
    const clients = [
      served({ client: 5, seat: 2, seatedMs: 1 }),
      served({ client: 6, seatedMs: null }),
    ];
    expect(seatRows(clients, 3).map(({ seat, served: one }) => [seat, one?.client])).toEqual([
      [1, undefined],
      [2, 5],
      [3, undefined],
    ]);
  });

  it('that were given up stay until they are left', () => {
    const clients = [1, 2, 3].map((n) => served({ client: n, seat: n, seatedMs: 1 }));
    expect(seatRows(clients, 1).map(({ seat }) => seat)).toEqual([1, 2, 3]);
  });

  it('do not exist in async, whatever seat an answer had before', () => {
    const clients = [
      served({ client: 1, seat: 1, seatedMs: 1 }),
      served({ client: 2, seatedMs: 2 }),
    ];
    expect(seatRows(clients, 0).map(({ seat, served: one }) => [seat, one?.client])).toEqual([
      [null, 1],
      [null, 2],
    ]);
  });
});

describe('the tanks of a seat', () => {
  it('have tiles of 1 MB for media and of less for a short text', () => {
    const media = served({ client: 1, target: '/stream?file=media', heldBytes: 2e6 });
    expect(seatView({ ...media, sentBytes: 58e6 }, FILES)).toEqual({
      ...{ heldTiles: 2, sentTiles: 58, room: 100, tile: '1 MB', held: '2 MB', sent: '58 MB' },
      share: 0.58,
    });
    const text = served({ client: 1, target: '/stream?chunk=1024', sentBytes: 50_000 });
    expect(seatView(text, FILES)).toMatchObject({ tile: '1 kB', sentTiles: 50, sent: '50.0 kB' });
  });

  it('believe the length that the answer itself has', () => {
    const one = served({ client: 1, target: '/', totalBytes: 20_000, sentBytes: 20_000 });
    const { sentTiles, room, share } = seatView(one, FILES);
    expect(sentTiles).toBe(room);
    expect(share).toBe(1);
  });

  it('never overflow, and hold at most a hundred tiles', () => {
    const bytes = fc.double({ min: 0, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(fc.option(bytes), bytes, (whole, most) => {
        const { tileBytes, room } = seatScale(whole, most);
        expect(room).toBeLessThanOrEqual(100);
        // A file a little over a round size counts as round, and so may its last tile.
        expect(most / tileBytes).toBeLessThanOrEqual(102.0001);
      }),
    );
  });
});
