import { isOff } from '../../model/delivery/rules';
import { sizeFigure } from '../../model/figures';
import { say } from '../ui/words';
import type { Caption } from './caption';
import { caption, effect } from './sentences';
import type { LaneSituation, Situation } from './situation';

/** The two lanes of a run that shows what backpressure does; null for any other run. */
function pairOf(lanes: readonly LaneSituation[]): [off: LaneSituation, on: LaneSituation] | null {
  const off = lanes.find(({ method }) => isOff(method));
  const on = lanes.find(({ method }) => !isOff(method));
  return off && on ? [off, on] : null;
}

/** The lane whose backpressure is off has come to its cap; that is said while the other goes on, and is red at first. */
export function capped({ lanes }: Situation): Caption | null {
  const pair = pairOf(lanes);
  if (pair?.[0].errorCode !== 'memory-cap') return null;
  const [, on] = pair;
  const other =
    on.event === 'ended'
      ? say('backpressure.caption.onEnded')
      : say('backpressure.caption.onHolds', { held: sizeFigure(on.heldBytes) });
  const tone = pair[0].errorNew ? 'bad' : 'plain';
  return caption(tone, 'error', say('backpressure.caption.stopped'), [effect(other)]);
}

/** Both lanes deliver alike; what differs is what their servers hold. */
export function readingOn({ lanes }: Situation): Caption | null {
  const pair = pairOf(lanes);
  if (!pair) return null;
  const [off, on] = pair;
  if (off.heldBytes <= on.heldBytes) return null;
  const alike = off.event === on.event && (off.event === 'playing' || off.event === 'safe');
  const holds = off.readAll ? 'readAll' : 'holds';
  return caption('plain', 'running', say(`backpressure.caption.${alike ? 'alike' : 'differ'}`), [
    effect(say(`backpressure.caption.${holds}`, { held: sizeFigure(off.heldBytes) })),
  ]);
}
