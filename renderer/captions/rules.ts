import { secondsFigure } from '../../model/figures';
import { splitAdvice } from '../ui/sentence';
import { say } from '../ui/words';
import type { Caption, Effect } from './caption';
import { LIVE_RULES } from './live-rules';
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
  playingLead,
} from './sentences';
import type { LaneSituation, Situation } from './situation';

type Rule = (situation: Situation) => Caption | null;

/** The rules of every source, before all others: the first that has something to say is heard. */
const RULES: readonly Rule[] = [paused, ended, failed];

/** Those of a source that has an end. */
const FILE_RULES: readonly Rule[] = [linkDown, linkBack, stalled, starting, busy, waiting, playing];

/** What is said while a run goes on, and of one that is ready. */
const STORIES = {
  file: { going: FILE_RULES, readyKey: 'caption.ready' },
  live: { going: LIVE_RULES, readyKey: 'caption.readyLive' },
} as const;

/** What is to be said of a run at this moment: cause before effect. */
export function captionOf(situation: Situation): Caption {
  const { phase, story, lanes } = situation;
  const { going, readyKey } = STORIES[story];
  for (const rule of phase === 'running' ? [...RULES, ...going] : RULES) {
    const said = rule(situation);
    if (said) return said;
  }
  const ready = say(readyKey, { count: lanes.length });
  return caption('plain', 'ready', say('caption.lead.ready'), [effect(ready)]);
}

function paused({ phase }: Situation): Caption | null {
  if (phase !== 'paused') return null;
  return caption('plain', 'paused', say('caption.lead.paused'), [effect(say('caption.paused'))]);
}

function ended({ phase, lanes }: Situation): Caption | null {
  if (phase !== 'ended') return null;
  const started = lanes.filter((lane) => lane.startupDelayMs !== null);
  const startup = figuresOf(started, (lane) => secondsFigure(lane.startupDelayMs ?? 0));
  const stalls = figuresOf(started, (lane) => secondsFigure(lane.stallTotalMs));
  const words = started.length > 0 ? [say('caption.startup', { figures: startup })] : [];
  if (started.some((lane) => lane.stallTotalMs > 0)) {
    words.push(say('caption.stallTimes', { figures: stalls }));
  }
  const late = started.filter(({ playerLagMs }) => playerLagMs > 0);
  if (late.length > 0) words.push(say('caption.lost', { figures: lostFigures(late) }));
  return caption('plain', 'ended', say('caption.lead.ended'), words.map(effect));
}

function failed({ lanes }: Situation): Caption | null {
  const broken = lanes.find((lane) => lane.errorNew);
  if (!broken?.error) return null;
  const others = lanes.filter((lane) => lane.event !== 'failed');
  const effects = [about('stopped', [broken]), ...ifAny(others, (some) => about('goOn', some))];
  return caption('bad', 'error', splitAdvice(broken.error).happened, effects);
}

function linkBack({ back, lanes }: Situation): Caption | null {
  if (!back) return null;
  const effects = lanes
    .filter((lane) => lane.event === 'stalled')
    .map((lane) => aboutOne(lane.method === 'streaming' ? 'resumesNext' : 'resumesAt', lane));
  const loading = having(lanes, 'waiting', (some) => about('loading', some));
  const told = [...effects, ...refilling(lanes), ...loading];
  return caption('plain', 'back', say('caption.lead.back'), told);
}

function stalled({ slow, lanes }: Situation): Caption | null {
  const stuck = lanes.filter((lane) => lane.event === 'stalled');
  if (stuck.length === 0) return null;
  const cause = slow ? 'slow' : 'refilling';
  return caption('plain', slow ? 'slow' : 'stall', say(`caption.lead.${cause}`), [
    ...stuck.map((lane) => aboutOne(lane.method === 'streaming' ? 'stall' : 'stallsUntil', lane)),
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

const lostFigures = (late: readonly LaneSituation[]): string =>
  figuresOf(late, ({ playerLagMs }) => secondsFigure(playerLagMs));

function starting({ lanes }: Situation): Caption | null {
  if (!lanes.every((lane) => lane.event === 'waiting')) return null;
  const effects = lanes.map((lane) => aboutOne(`starts.${lane.method}`, lane));
  // The order in which they will start.
  return caption('plain', 'starting', say('caption.lead.starting'), effects.reverse());
}

function waiting({ lanes }: Situation): Caption | null {
  const waits = lanes.filter((lane) => lane.event === 'waiting');
  if (waits.length === 0) return null;
  const effects = waits.map((lane) => aboutOne(`waits.${lane.method}`, lane));
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
