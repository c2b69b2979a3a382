import { say } from '../ui/words';
import { markOf } from './attr-writer';
import type { LanePainter } from './use-painter';

/** Under a lane's name: why it last stalled, up to the moment shown. */
export const namePainter: LanePainter = (root, { method }) => {
  const why = markOf(root, 'why');
  return (_frame, { run, texts, shownMs }) => {
    if (!texts) return;
    const stalls = run?.lanes.find((lane) => lane.method === method)?.log.stalls;
    const last = stalls?.findLast((stall) => stall.atMs <= shownMs);
    why.text(last?.cause ? say('lanes.why', { cause: last.cause }) : '');
  };
};
