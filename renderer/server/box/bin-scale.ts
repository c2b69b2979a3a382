import { roundSize } from '../../apparatus/tile-scale';

/** Rows of a lying bin: of a whole answer, and of the box, which is narrower. */
export const BIN_ROWS = { answer: 3, box: 4 } as const;

/** Tiles of a full box at most, and below which its tiles are made smaller than those of the answer. */
const BOX_TILES = { max: 160, min: 8, usual: 32 } as const;

/** How a lying bin is drawn. */
export interface BinScale {
  /** Bytes that one tile stands for. */
  tileBytes: number;
  /** Tiles that may ever be filled. */
  room: number;
}

/** What a tile of a gathering box is worth: as in the answers, unless that made a box of next to no tiles or of too many. */
export function boxScale(gatherBytes: number, answerTileBytes: number): BinScale {
  const tiles = gatherBytes / answerTileBytes;
  const readable = tiles >= BOX_TILES.min && tiles <= BOX_TILES.max;
  const tileBytes = readable ? answerTileBytes : roundSize(gatherBytes / BOX_TILES.usual);
  return { tileBytes, room: Math.ceil(gatherBytes / tileBytes) };
}
