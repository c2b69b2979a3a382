import { say } from '../ui/words';
import { AttrWriter, partWriter } from './attr-writer';
import { PITCH } from './tank';
import { RecentPassing } from './passing';
import { size } from './size-unit';
import type { MakeLaneRenderer } from './use-renderer';

/** Tiles of the row under a camera: it fills as the camera is recorded, and begins again. */
export const ROW_TILES = 10;

/** The camera: how much of it has been captured so far, and whether anything is coming in now. */
export const cameraRenderer: MakeLaneRenderer = (root, { scale, unit }) => {
  const column = new AttrWriter(root);
  const svg = partWriter(root, 'tank');
  const row = partWriter(root, 'row');
  const figure = partWriter(root, 'figure');
  const gate = partWriter(root, 'gate');
  const passing = new RecentPassing();
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
