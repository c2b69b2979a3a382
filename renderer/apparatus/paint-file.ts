import { say } from '../ui/words';
import { partWriter } from './attr-writer';
import { gaugeRenderer } from './tank';
import { RecentPassing } from './passing';
import { size } from './size-unit';
import type { MakeLaneRenderer } from './use-renderer';

/** The file: how much of it has been read, and whether it is being read now. */
export const fileRenderer: MakeLaneRenderer = (root, { scale, unit, totalBytes }) => {
  const tank = gaugeRenderer(root, { cols: 10, fromTop: true });
  const svg = partWriter(root, 'tank');
  const figure = partWriter(root, 'figure');
  const gate = partWriter(root, 'gate');
  const passing = new RecentPassing();
  return ({ readBytes }, { run, texts, labels, shownMs }) => {
    tank(readBytes / scale.tileBytes);
    const done = readBytes >= totalBytes;
    const open = passing.at(readBytes, shownMs, run?.plan.settings.speed ?? 1);
    gate.set('data-is', done ? 'done' : open ? 'open' : 'held');
    if (!texts) return;
    const read = `${size(readBytes, unit)} ${unit.name}`;
    figure.text(read);
    if (labels)
      svg.set('aria-label', say('lanes.aria.file', { read, total: size(totalBytes, unit) }));
  };
};
