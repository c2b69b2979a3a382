import { pictureScale, roundSize } from '../../apparatus/tile-scale';

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
  const { tileBytes, fileTiles } = pictureScale({
    ...{ bytes: wholeBytes, seconds: 0, chunkBytes: CHUNK_BYTES, tubeBytes: 0, index: [] },
  });
  return { tileBytes, room: fileTiles };
}
