import { say } from '../ui/words';
import { pictureOf, type LegendWords } from './kind-picture';
import type { LaneView } from './lane-view';
import { chosenSize } from './size-unit';

/** The figures of a tile: its size, its seconds, and what they are seconds of. */
export function tileGaps(view: LaneView): { tile: string; seconds: string; what: string } {
  const { tileBytes, tileSeconds } = view.scale;
  const seconds = String(Number(tileSeconds.toFixed(tileSeconds < 1 ? 2 : 1)));
  return { tile: chosenSize(tileBytes), seconds, what: pictureOf(view).what(view) };
}

/** What one tile of a file is worth, in bytes and, where the two keep step, in seconds. */
export function legendWords(view: LaneView): LegendWords {
  const { scale, rules } = view;
  const gaps = tileGaps(view);
  const tile = say('lanes.legend.tile', { tile: gaps.tile });
  const worth = say(`lanes.legend.${scale.steady ? 'seconds' : 'about'}`, gaps);
  const words = scale.steady ? `${tile} ${worth}` : `${tile}${worth}`;
  if (rules.chunkBytes === scale.tileBytes) return { tile: words, chunk: '' };
  const chunk = say('lanes.legend.chunk', { chunk: chosenSize(rules.chunkBytes) });
  return { tile: words, chunk: `; ${chunk}` };
}
