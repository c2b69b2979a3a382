import type { IndexPoint } from '../../model/media/types';

/** Tiles of a whole file at most; a file a little over a round size still counts as round. */
export const MAX_TILES = 100;
const SLACK = 1.02;
/** With fewer chunks than this a file would be a handful of tiles, so tiles are made smaller than chunks. */
const MIN_TILES = 8;

/** How bytes become tiles in one picture; every tank of a run uses the same. */
export interface TileScale {
  /** Bytes that one tile stands for. */
  tileBytes: number;
  /** Tiles of the whole file, at most 100, may be fractional. */
  fileTiles: number;
  /** Seconds of media in one tile on average. */
  tileSeconds: number;
  /** True when bytes and seconds keep step to within 2 % all through the file. */
  steady: boolean;
  tube: GaugeScale;
}

/** The narrow glass of a lane that holds little: ten rows of `cols` tiles. */
export interface GaugeScale {
  /** Bytes of one tile in the tube; the picture's own tile where that can be read. */
  tileBytes: number;
  cols: number;
}

/** The rows of every tank. */
export const ROWS = 10;

interface ScaleInput {
  /** Bytes of the whole source. */
  bytes: number;
  seconds: number;
  chunkBytes: number;
  /** The most that any tube of this run may hold, bytes. */
  tubeBytes: number;
  index: readonly IndexPoint[];
}

/** Chooses what a tile is worth: one chunk where that makes a readable file, a round size otherwise. */
export function tileScale({ bytes, seconds, chunkBytes, tubeBytes, index }: ScaleInput): TileScale {
  const chunks = bytes / chunkBytes;
  const readable = chunks >= MIN_TILES && chunks <= MAX_TILES * SLACK;
  const tileBytes = readable ? chunkBytes : roundSize(bytes / (MAX_TILES * SLACK));
  return {
    tileBytes,
    fileTiles: Math.min(MAX_TILES, bytes / tileBytes),
    tileSeconds: bytes > 0 ? (seconds * tileBytes) / bytes : 0,
    steady: keepsStep(index, bytes, seconds),
    tube: tubeScale(Math.min(tubeBytes, bytes), tileBytes),
  };
}

/** The smallest of 1, 2, 5, 10, 20, 50... bytes that is at least `bytes`. */
export function roundSize(bytes: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, bytes)));
  const step = [1, 2, 5, 10].find((n) => n * power >= bytes * (1 - 1e-9)) ?? 10;
  return step * power;
}

function tubeScale(tubeBytes: number, tileBytes: number): GaugeScale {
  const tiles = tubeBytes / tileBytes;
  if (tiles >= MIN_TILES && tiles <= 4 * ROWS) {
    return { tileBytes, cols: Math.max(2, Math.ceil(tiles / ROWS - 1e-9)) };
  }
  return { tileBytes: roundSize(tubeBytes / (2 * ROWS)), cols: 2 };
}

function keepsStep(index: readonly IndexPoint[], bytes: number, seconds: number): boolean {
  if (bytes === 0 || seconds === 0) return false;
  return index.every((p) => Math.abs(p.bytes / bytes - p.seconds / seconds) <= 0.02);
}
