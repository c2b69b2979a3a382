import { sizeFigure } from '../../model/figures';
import { say } from '../ui/words';
import { partWriter, type MakeLaneRenderer } from './use-renderer';
import { gaugeRenderer } from './tank';
import { size } from './size-unit';
/** Server memory: tiles that the method holds, counted, and beside them the process's own memory, measured. */
export const memoryRenderer: MakeLaneRenderer = (root, { method, scale, unit }) => {
  const tank = gaugeRenderer(root, { cols: 10 });
  const svg = partWriter(root, 'tank');
  const figure = partWriter(root, 'figure');
  const process = partWriter(root, 'process');
  return ({ heldBytes, rssBytes }, { log, texts, labels }) => {
    tank(heldBytes / scale.tileBytes);
    if (!texts) return;
    const held = `${size(heldBytes, unit)} ${unit.name}`;
    const rss = rssBytes || (log(method)?.memory.baselineRssBytes ?? 0);
    const memory = rss ? sizeFigure(rss) : say('lanes.figures.notYet');
    figure.text(held);
    process.text(say('lanes.process', { memory }));
    if (labels) svg.set('aria-label', say('lanes.aria.memory', { held, process: memory }));
  };
};
