import { say } from '../../ui/words';
import { markOf } from './mark';
import { tankPainter } from './paint-tank';
import { size } from './picture-unit';
import type { LanePainter } from './use-painter';

/** The arrow stands this long after bytes have passed, ms of wall time. */
const PASSING_MS = 300;

/** The file: how much of it has been read, and whether it is being read now. */
export const filePainter: LanePainter = (root, { scale, unit, totalBytes }) => {
  const tank = tankPainter(root, { cols: 10, fromTop: true });
  const svg = markOf(root, 'tank');
  const figure = markOf(root, 'figure');
  const gate = markOf(root, 'gate');
  let lastBytes = 0;
  let readMs = -Infinity;
  return ({ readBytes }, { run, texts, labels, shownMs }) => {
    tank(readBytes / scale.tileBytes);
    if (readBytes > lastBytes) readMs = shownMs;
    lastBytes = readBytes;
    const done = readBytes >= totalBytes;
    const sinceMs = (shownMs - readMs) / (run?.settings.speed ?? 1);
    const open = sinceMs >= 0 && sinceMs < PASSING_MS;
    gate.set('data-is', done ? 'done' : open ? 'open' : 'held');
    if (!texts) return;
    const read = `${size(readBytes, unit)} ${unit.name}`;
    figure.text(read);
    if (labels)
      svg.set('aria-label', say('lanes.aria.file', { read, total: size(totalBytes, unit) }));
  };
};
