import { bufferFigure, secondsFigure, sizeFigure } from '../../../model/figures';
import type { Method } from '../../../model/delivery/types';
import { say, sayList } from '../../ui/words';
import type { Effect } from './caption';
import type { LaneSituation } from './situation';

/** A sentence about several lanes at once: "Buffering and streaming play on." */
export function about(key: string, lanes: readonly { method: Method }[]): Effect {
  const names = sayList(lanes.map(({ method }) => say(`caption.names.${method}`)));
  const text = upper(say(`caption.effect.${key}`, { names, count: lanes.length }));
  return { text, figured: text };
}

/** The same for one lane, with figures of its own in the presenter's words. */
export function aboutOne(key: string, lane: LaneSituation): Effect {
  const gaps = {
    names: say(`caption.names.${lane.method}`),
    count: 1,
    reserve: secondsFigure(lane.reserveS * 1000),
    start: sizeFigure(lane.startBytes),
    resume: bufferFigure(lane.resumeBytes),
  };
  const text = upper(say(`caption.effect.${key}`, gaps));
  const figuredKey = `caption.figured.${key}`;
  const figured = say(figuredKey, gaps);
  return { text, figured: figured === figuredKey ? text : upper(figured) };
}

/** "streaming 0.8 s, buffering 7.7 s": one figure for each lane. */
export function figuresOf(
  lanes: readonly LaneSituation[],
  figure: (lane: LaneSituation) => string,
): string {
  return lanes.map((lane) => `${say(`caption.names.${lane.method}`)} ${figure(lane)}`).join(', ');
}

/** Nothing for no lanes, otherwise one effect. */
export function ifAny<T>(lanes: readonly T[], effect: (lanes: readonly T[]) => Effect): Effect[] {
  return lanes.length > 0 ? [effect(lanes)] : [];
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
