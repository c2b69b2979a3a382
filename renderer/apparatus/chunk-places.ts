import { chunkNumbers, type ChunkNumbers } from '../../model/run/chunk-story';
import type { LaneFrame } from '../../model/run/frame';
import { kindOf } from '../../model/source/kinds';
import { pictureOf } from './kind-picture';
import type { LaneView } from './lane-view';

/** The stages of a lane in which tiles lie. */
export const TILE_STAGES = ['file', 'memory', 'buffer'] as const;
export type TileStage = (typeof TILE_STAGES)[number];

/** Tiles of one tank, counted in the order in which it fills. */
export interface TilePlace {
  tile: number;
  tiles: number;
}

/** Bytes of the source. */
export interface Stretch {
  fromBytes: number;
  toBytes: number;
}

/** What can be pointed at in a source: chunk by chunk, or tile by tile where a tile holds several chunks. */
export interface ChunkGrid {
  /** Bytes of one. */
  bytes: number;
  /** How many there are; 0 where chunks are of no size that is known before, as those of a camera. */
  count: number;
  /** How many lie in a row of tiles, at least 1. */
  inRow: number;
}

/** Tiles side by side in a row of a file. */
const ROW_TILES = 10;

/** What can be pointed at in a lane; all lanes of a picture have the same. */
export function chunkGrid({ rules, scale, totalBytes, media, known }: LaneView): ChunkGrid {
  const bytes = Math.max(rules.chunkBytes, scale.tileBytes);
  const count = known && !kindOf(media).endless ? Math.ceil(totalBytes / bytes) : 0;
  return { bytes, count, inRow: Math.max(1, Math.round((ROW_TILES * scale.tileBytes) / bytes)) };
}

/** The bytes of what stands at a place of the grid, from 0. */
export function stretchAt(view: LaneView, index: number): Stretch {
  const { bytes } = chunkGrid(view);
  return {
    fromBytes: index * bytes,
    toBytes: Math.min(view.totalBytes, (index + 1) * bytes),
  };
}

/** The chunks that stand at a place of the grid. */
export const chunksAt = (view: LaneView, index: number): ChunkNumbers =>
  chunkNumbers(stretchAt(view, index), view.rules.chunkBytes);

/** Which bytes lie in a stage, in tiles of how many bytes; the first of them fills the first tile. */
function contents(stage: TileStage, view: LaneView, frame: LaneFrame): Stretch & { tile: number } {
  const { tileBytes } = view.scale;
  switch (stage) {
    case 'file':
      return { fromBytes: 0, toBytes: view.totalBytes, tile: tileBytes };
    case 'memory': {
      const { readBytes, heldBytes } = frame;
      return { fromBytes: readBytes - heldBytes, toBytes: readBytes, tile: tileBytes };
    }
    case 'buffer': {
      const { receivedBytes, bufferedBytes } = frame;
      const held = { fromBytes: receivedBytes - bufferedBytes, toBytes: receivedBytes };
      return { ...held, tile: view.rules.bufferWhole ? tileBytes : view.scale.tube.tileBytes };
    }
  }
}

/** Shares of a tile that two samples' interpolation may be off by: so little of a chunk is not in a stage. */
const NEAR = 0.01;

/** Where bytes lie in a stage at a moment; null while they are not in it. */
export function placeIn(
  stage: TileStage,
  view: LaneView,
  frame: LaneFrame,
  stretch: Stretch,
): TilePlace | null {
  const { fromBytes, toBytes, tile } = contents(stage, view, frame);
  const near = NEAR * tile;
  if (stretch.toBytes <= fromBytes + near || stretch.fromBytes >= toBytes - near) return null;
  // A tank that drains loses its first tile whole: what is left of that one still counts as a tile.
  const first = Math.floor((fromBytes + near) / tile);
  const begin = Math.max(first, Math.floor((stretch.fromBytes + near) / tile));
  const end = Math.max(begin + 1, Math.ceil((stretch.toBytes - near) / tile));
  return { tile: begin - first, tiles: end - begin };
}

/** What is at a tile of a stage at a moment, as a place of the grid; null where nothing is. */
export function indexAt(
  stage: TileStage,
  view: LaneView,
  frame: LaneFrame,
  tile: number,
): number | null {
  const { fromBytes, toBytes, tile: tileBytes } = contents(stage, view, frame);
  const near = NEAR * tileBytes;
  const at = Math.floor((fromBytes + near) / tileBytes) + tile;
  const [least, most] = [fromBytes + near, toBytes - near];
  if (most - least < 1 || at * tileBytes >= most) return null;
  // The middle of the tile, so that no rounding decides, or of what it holds of that.
  const middle = Math.min(most - 1, Math.max(least, (at + 0.5) * tileBytes));
  const { bytes, count } = chunkGrid(view);
  const index = Math.floor(middle / bytes);
  return index >= 0 && index < count ? index : null;
}

/** The chunk that is on the link at a moment, as a place of the grid; null when none is. */
export function indexOnLink(view: LaneView, { chunkNumber, link }: LaneFrame): number | null {
  if (chunkNumber === 0 || link === 'done' || link === 'idle') return null;
  const { bytes, count } = chunkGrid(view);
  const index = Math.floor(((chunkNumber - 1) * view.rules.chunkBytes) / bytes);
  return index < count ? index : null;
}

/** How many columns the tank of a stage has. */
export function columnsOf(stage: TileStage, view: LaneView): number {
  if (stage !== 'buffer' || view.rules.bufferWhole) return ROW_TILES;
  return pictureOf(view).bufferScale(view).cols;
}
