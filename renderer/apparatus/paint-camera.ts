import { say } from '../ui/words';
import { Mark, markOf } from './attr-writer';
import { PITCH } from './tank';
import { Passing } from './passing';
import { size } from './size-unit';
import type { LanePainter } from './use-painter';

/** Tiles of the row under a camera: it fills as the camera is recorded, and begins again. */
export const ROW_TILES = 10;

/** The camera: how much of it has been captured so far, and whether anything is coming in now. */
export const cameraPainter: LanePainter = (root, { scale, unit }) => {
  const column = new Mark(root);
  const svg = markOf(root, 'tank');
  const row = markOf(root, 'row');
  const figure = markOf(root, 'figure');
  const gate = markOf(root, 'gate');
  const passing = new Passing();
  return ({ readBytes, state }, { texts, labels, shownMs }) => {
    const open = passing.at(readBytes, shownMs, 1);
    row.length('width', rowTiles(readBytes / scale.tileBytes) * PITCH);
    column.set('data-captures', open);
    gate.set('data-is', open ? 'open' : state === 'ended' ? 'done' : 'held');
    if (!texts) return;
    const read = `${size(readBytes, unit)} ${unit.name}`;
    figure.text(read);
    if (labels) svg.set('aria-label', say('cameraUi.aria.camera', { read }));
  };
};

/** Tiles in the row once so many have been captured in all; a row that has just become full is shown full. */
export function rowTiles(tiles: number): number {
  const rest = tiles % ROW_TILES;
  return rest === 0 && tiles > 0 ? ROW_TILES : rest;
}
