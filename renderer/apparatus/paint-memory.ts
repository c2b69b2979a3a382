import { sizeFigure } from '../../model/figures';
import type { Method } from '../../model/delivery/types';
import { say } from '../ui/words';
import type { LiveRun } from '../live/types';
import { partWriter } from './attr-writer';
import { gaugeRenderer } from './tank';
import { size } from './size-unit';
import type { MakeLaneRenderer } from './use-painter';

/** What a process held before its first read, bytes; 0 while that is not known. */
function baselineOf(run: LiveRun | null, method: Method): number {
  const lane = run?.lanes.find((one) => one.method === method);
  return lane?.log.memory.baselineRssBytes ?? 0;
}

/** Server memory: tiles that the method holds, counted, and beside them the process's own memory, measured. */
export const memoryRenderer: MakeLaneRenderer = (root, { method, scale, unit }) => {
  const tank = gaugeRenderer(root, { cols: 10 });
  const svg = partWriter(root, 'tank');
  const figure = partWriter(root, 'figure');
  const process = partWriter(root, 'process');
  return ({ heldBytes, rssBytes }, { run, texts, labels }) => {
    tank(heldBytes / scale.tileBytes);
    if (!texts) return;
    const held = `${size(heldBytes, unit)} ${unit.name}`;
    const rss = rssBytes || baselineOf(run, method);
    const memory = rss ? sizeFigure(rss) : say('lanes.figures.notYet');
    figure.text(held);
    process.text(say('lanes.process', { memory }));
    if (labels) svg.set('aria-label', say('lanes.aria.memory', { held, process: memory }));
  };
};
