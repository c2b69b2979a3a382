import { sizeFigure } from '../../../model/figures';
import { say } from '../../ui/words';
import { markOf } from './mark';
import { tankPainter } from './paint-tank';
import { size } from './picture-unit';
import type { LanePainter } from './use-painter';

/** Server memory: tiles that the method holds, counted, and beside them the process's own memory, measured. */
export const memoryPainter: LanePainter = (root, { method, scale, unit }) => {
  const tank = tankPainter(root, { cols: 10 });
  const svg = markOf(root, 'tank');
  const figure = markOf(root, 'figure');
  const process = markOf(root, 'process');
  return ({ heldBytes, rssBytes }, { texts, labels, state }) => {
    tank(heldBytes / scale.tileBytes);
    if (!texts) return;
    const held = `${size(heldBytes, unit)} ${unit.name}`;
    const rss = rssBytes || (state?.lanes[method]?.baselineRssBytes ?? 0);
    const memory = rss ? sizeFigure(rss) : say('lanes.figures.notYet');
    figure.text(held);
    process.text(say('lanes.process', { memory }));
    if (labels) svg.set('aria-label', say('lanes.aria.memory', { held, process: memory }));
  };
};
