import { say } from '../ui/words';
import { markOf } from './attr-writer';
import { tankPainter } from './tank';
import { Passing } from './passing';
import { size } from './size-unit';
import type { LanePainter } from './use-painter';

/** The file: how much of it has been read, and whether it is being read now. */
export const filePainter: LanePainter = (root, { scale, unit, totalBytes }) => {
  const tank = tankPainter(root, { cols: 10, fromTop: true });
  const svg = markOf(root, 'tank');
  const figure = markOf(root, 'figure');
  const gate = markOf(root, 'gate');
  const passing = new Passing();
  return ({ readBytes }, { run, texts, labels, shownMs }) => {
    tank(readBytes / scale.tileBytes);
    const done = readBytes >= totalBytes;
    const open = passing.at(readBytes, shownMs, run?.settings.speed ?? 1);
    gate.set('data-is', done ? 'done' : open ? 'open' : 'held');
    if (!texts) return;
    const read = `${size(readBytes, unit)} ${unit.name}`;
    figure.text(read);
    if (labels)
      svg.set('aria-label', say('lanes.aria.file', { read, total: size(totalBytes, unit) }));
  };
};
