import { baseMethod } from '../../model/delivery/rules';
import { secondsFigure } from '../../model/figures';
import { say } from '../ui/words';
import { laneViews } from '../apparatus/lane-view';
import { tileGaps } from '../apparatus/tile-words';
import { SAMPLE_FIT } from '../../model/run/fit';
import type { Caption, Effect } from './caption';
import type { KindCaptions } from './kind-captions';
import {
  about,
  aboutOne,
  caption,
  effect,
  figuresOf,
  having,
  refilling,
  ifAny,
  linkDown,
  loading,
  lostFigures,
  playingLead,
} from './sentences';
import { capped, readingOn } from './backpressure-captions';
import type { LaneSituation, Situation } from './situation';

/** What is said of a file. */
export const FILE_CAPTIONS: KindCaptions = {
  rules: [capped, linkDown, linkBack, stalled, readingOn, starting, busy, waiting, playing],
  ready({ lanes, plan }) {
    return [effect(say('caption.ready', { count: lanes.length })), ...tile(plan)];
  },
  none: () => say('caption.empty'),
};

/** What a tile is worth, where that is not as the sample has it. */
function tile(plan: Situation['plan']): Effect[] {
  const [view] = laneViews(plan);
  if (!view?.known || plan.settings.chunkBytes === SAMPLE_FIT.sizes.chunkBytes) return [];
  const worth = view.scale.steady ? 'exact' : 'about';
  return [effect(say(`caption.tile.${worth}`, tileGaps(view)))];
}

function linkBack({ back, lanes }: Situation): Caption | null {
  if (!back) return null;
  const effects = lanes
    .filter((lane) => lane.event === 'stalled')
    .map((lane) =>
      aboutOne(baseMethod(lane.method) === 'streaming' ? 'resumesNext' : 'resumesAt', lane),
    );
  const told = [...effects, ...refilling(lanes), ...loading(lanes)];
  // Where nobody gains by it, what else goes on is worth more.
  if (told.length === 0) return null;
  return caption('plain', 'back', say('caption.lead.back'), told);
}

function stalled({ slow, lanes }: Situation): Caption | null {
  const stuck = lanes.filter((lane) => lane.event === 'stalled');
  if (stuck.length === 0) return null;
  const cause = slow ? 'slow' : 'refilling';
  return caption('plain', slow ? 'slow' : 'stall', say(`caption.lead.${cause}`), [
    ...stuck.map((lane) =>
      aboutOne(baseMethod(lane.method) === 'streaming' ? 'stall' : 'stallsUntil', lane),
    ),
    ...having(lanes, 'playing', (some) => about('plays', some)),
  ]);
}

/** This computer does not keep up: no link and no method is to blame. */
function busy({ lanes }: Situation): Caption | null {
  const late = lanes.filter(
    ({ event, playerLagMs }) => (event === 'playing' || event === 'safe') && playerLagMs > 0,
  );
  if (late.length === 0) return null;
  return caption('plain', 'busy', say('caption.lead.busy'), [
    about('late', late),
    effect(say('caption.lost', { figures: lostFigures(late) })),
  ]);
}

function starting({ lanes }: Situation): Caption | null {
  if (!lanes.every((lane) => lane.event === 'waiting')) return null;
  const effects = lanes.map((lane) => aboutOne(`starts.${baseMethod(lane.method)}`, lane));
  // The order in which they will start.
  return caption('plain', 'starting', say('caption.lead.starting'), effects.reverse());
}

function waiting({ lanes }: Situation): Caption | null {
  const waits = lanes.filter((lane) => lane.event === 'waiting');
  if (waits.length === 0) return null;
  const effects = waits.map((lane) => aboutOne(`waits.${baseMethod(lane.method)}`, lane));
  return caption('plain', 'running', playingLead(lanes), [
    ...heldBack(lanes),
    ...effects.reverse(),
  ]);
}

function playing({ lanes }: Situation): Caption | null {
  const startup = figuresOf(
    lanes.filter((lane) => lane.startupDelayMs !== null).reverse(),
    (lane) => secondsFigure(lane.startupDelayMs ?? 0),
  );
  return caption('plain', 'running', playingLead(lanes), [
    ...heldBack(lanes),
    ...having(lanes, 'ended', (some) => about('ended', some)),
    ...(startup ? [effect(say('caption.startup', { figures: startup }))] : []),
  ]);
}

function heldBack(lanes: readonly LaneSituation[]): Effect[] {
  const held = lanes.filter((lane) => lane.held && lane.event === 'playing');
  return ifAny(held, (some) => about('held', some));
}
