import { bufferFigure, secondsFigure, sizeFigure } from '../../model/figures';
import type { Method } from '../../model/delivery/types';
import { say, sayList } from '../ui/words';
import type { Caption, Effect } from './caption';
import type { LaneEvent, LaneSituation, Situation } from './situation';

/** A sentence about several lanes at once: "Buffering and streaming play on." */
export function about(key: string, lanes: readonly { method: Method }[]): Effect {
  const names = sayList(lanes.map(({ method }) => say(`caption.names.${method}`)));
  return effect(upper(say(`caption.effect.${key}`, { names, count: lanes.length })));
}

/** The same for one lane, with figures of its own in the presenter's words; `more` are those of its kind of source. */
export function aboutOne(
  key: string,
  lane: LaneSituation,
  more: Readonly<Record<string, string | number>> = {},
): Effect {
  const gaps = {
    names: say(`caption.names.${lane.method}`),
    count: 1,
    reserve: secondsFigure(lane.reserveS * 1000),
    start: sizeFigure(lane.startBytes),
    resume: bufferFigure(lane.resumeBytes),
    behind: secondsFigure(lane.liveDelayMs ?? 0),
    ...more,
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

/** One effect for all lanes that live through this; nothing when none does. */
export function having(
  lanes: readonly LaneSituation[],
  event: LaneEvent,
  make: (some: readonly LaneSituation[]) => Effect,
): Effect[] {
  return ifAny(
    lanes.filter((lane) => lane.event === event),
    make,
  );
}

/** Lanes that play once the link is back; one that has stalled, and be it in the outage just over, did stop. */
export function refilling(lanes: readonly LaneSituation[]): Effect[] {
  const steady = lanes.filter(({ stallTotalMs }) => stallTotalMs === 0);
  const stopped = lanes.filter(({ stallTotalMs }) => stallTotalMs > 0);
  return [
    ...having(steady, 'playing', (some) => about('refill', some)),
    ...having(stopped, 'playing', (some) => about('plays', some)),
  ];
}

/** One lane is named with its figures, several together without. */
export function each(key: string, lanes: readonly LaneSituation[]): Effect {
  const [only] = lanes;
  return only && lanes.length === 1 ? aboutOne(key, only) : about(key, lanes);
}

/** A sentence that is the same with figures and without. */
export function effect(text: string): Effect {
  return { text, figured: text };
}

/** A caption; `label` names its words for the presenter's banner. */
export function caption(
  tone: Caption['tone'],
  label: string,
  lead: string,
  effects: Effect[],
): Caption {
  return { tone, label: say(`caption.label.${label}`), lead, effects };
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The link is down; of lanes that have not begun, `waiting` says what they do. */
export function linkDown({ down, lanes }: Situation, waiting = loading): Caption | null {
  if (!down) return null;
  const cause = down.byHand ? 'cut' : 'down';
  return caption('down', cause, say(`caption.lead.${cause}`), [
    ...having(lanes, 'playing', (some) => each('reserve', some)),
    ...having(lanes, 'stalled', (some) => each('stall', some)),
    ...having(lanes, 'safe', (some) => about('safe', some)),
    ...waiting(lanes),
  ]);
}

/** Lanes that have not begun. */
export function loading(lanes: readonly LaneSituation[]): Effect[] {
  return having(lanes, 'waiting', (some) => about('loading', some));
}

/** What players have lost by themselves. */
export const lostFigures = (late: readonly LaneSituation[]): string =>
  figuresOf(late, ({ playerLagMs }) => secondsFigure(playerLagMs));

/** Who plays, to begin with; empty while nobody does. */
export function playingLead(lanes: readonly LaneSituation[]): string {
  const plays = lanes.filter((lane) => lane.event === 'playing' || lane.event === 'safe');
  return plays.length > 0 ? about('plays', plays).text : '';
}
