import { say } from '../ui/words';
import { partWriter } from './attr-writer';
import type { MakeLaneRenderer } from './use-renderer';

/** Under a lane's name: why it last stalled, up to the moment shown. */
export const nameRenderer: MakeLaneRenderer = (root, { method }) => {
  const why = partWriter(root, 'why');
  return (_frame, { log, texts, shownMs }) => {
    if (!texts) return;
    const last = log(method)?.stalls.findLast((stall) => stall.atMs <= shownMs);
    why.text(last?.cause ? say('lanes.why', { cause: last.cause }) : '');
  };
};
