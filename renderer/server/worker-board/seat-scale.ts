import { tileScale, roundSize } from '../../apparatus/tile-scale';
import type { ServedClient } from '../../../electron/ipc/server-port';

/** Tiles of a whole tank. */
const TILES = 100;
/** A tile of an answer whose end is open is worth at least this, bytes. */
const MIN_TILE = 1000;
/** One tile is one chunk, wherever that can be read. */
const CHUNK_BYTES = 1_000_000;

/** How the two tanks of a seat are drawn. */
export interface SeatScale {
  /** Bytes that one tile stands for. */
  tileBytes: number;
  /** Tiles that may ever be filled, drawn pale. */
  room: number;
}

/** What one tile of an answer is worth; `wholeBytes` is null for an answer whose end is open. */
export function seatScale(wholeBytes: number | null, mostBytes: number): SeatScale {
  if (wholeBytes === null || wholeBytes < mostBytes) {
    const tileBytes = Math.max(MIN_TILE, roundSize(mostBytes / TILES));
    return { tileBytes, room: TILES };
  }
  const { tileBytes, fileTiles } = tileScale({
    ...{ bytes: wholeBytes, seconds: 0, chunkBytes: CHUNK_BYTES, tubeBytes: 0, index: [] },
  });
  return { tileBytes, room: fileTiles };
}

/** One place of the bench: a seat, taken or free, or an answer that has none. */
export interface SeatRow {
  /** Null for an answer without a seat. */
  seat: number | null;
  served: ServedClient | null;
}

/**
 * All seats in order, then answers without one. Seats that were given up while taken stay until they are left;
 * in async (no seats) there are only answers.
 */
export function seatRows(clients: readonly ServedClient[], seats: number): SeatRow[] {
  const open = clients.filter(({ seatedMs }) => seatedMs !== null);
  const inLoop = seats === 0;
  const bySeat = new Map<number, ServedClient>();
  for (const served of inLoop ? [] : open) {
    if (served.seat !== null) bySeat.set(served.seat, served);
  }
  const taken = [...bySeat.keys()].filter((seat) => seat > seats).sort((a, b) => a - b);
  const numbers = [...Array.from({ length: seats }, (_, i) => i + 1), ...taken];
  const seated: SeatRow[] = numbers.map((seat) => ({ seat, served: bySeat.get(seat) ?? null }));
  const others = open.filter(({ seat }) => inLoop || seat === null);
  return [...seated, ...others.map((served) => ({ seat: null, served }))];
}
