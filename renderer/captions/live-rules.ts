import { secondsFigure } from '../../model/figures';
import { say } from '../ui/words';
import type { Caption, Effect } from './caption';
import {
  about,
  aboutOne,
  caption,
  each,
  effect,
  figuresOf,
  having,
  refilling,
  ifAny,
  linkDown,
  playingLead,
  recording,
} from './sentences';
import type { LaneSituation, Situation } from './situation';

/** What is said of a camera, whose lanes have no end and may fall behind it; in order, the first is heard. */
export const LIVE_RULES: readonly ((situation: Situation) => Caption | null)[] = [
  linkDown,
  behind,
  linkBack,
  stalled,
  waiting,
  playing,
];

function behind({ lanes }: Situation): Caption | null {
  const offered = lanes.filter((lane) => lane.behind === 'offered');
  if (offered.length === 0) return null;
  return caption('plain', 'behind', say('caption.lead.behind'), [
    each('live.offered', offered),
    effect(say('caption.choice')),
  ]);
}

function linkBack({ back, lanes }: Situation): Caption | null {
  if (!back) return null;
  const effects = lanes
    .filter((lane) => lane.event === 'stalled')
    .map((lane) =>
      aboutOne(lane.method === 'streaming' ? 'live.resumesNext' : 'live.resumesAt', lane),
    );
  return caption('plain', 'back', say('caption.lead.back'), [
    ...effects,
    ...refilling(lanes),
    ...recording(lanes),
  ]);
}

function stalled({ slow, lanes }: Situation): Caption | null {
  const stuck = lanes.filter((lane) => lane.event === 'stalled');
  if (stuck.length === 0) return null;
  const lead = slow ? 'caption.lead.slowLive' : 'caption.lead.refilling';
  return caption('plain', slow ? 'slow' : 'stall', say(lead), [
    ...stuck.map((lane) =>
      aboutOne(lane.method === 'streaming' ? 'stall' : 'live.stallsUntil', lane),
    ),
    ...having(lanes, 'playing', (some) => about('plays', some)),
  ]);
}

function waiting({ lanes }: Situation): Caption | null {
  const waits = lanes.filter((lane) => lane.event === 'waiting');
  if (waits.length === 0) return null;
  // The order in which they will start.
  const effects = waits.map((lane) => aboutOne(`live.waits.${waitOf(lane)}`, lane)).reverse();
  return caption('plain', 'running', playingLead(lanes), [...delays(lanes), ...effects]);
}

function playing({ lanes }: Situation): Caption | null {
  const kept = lanes.filter((lane) => lane.behind === 'kept');
  return caption('plain', 'running', playingLead(lanes), [
    ...ifAny(kept, (some) => about('live.kept', some)),
    ...delays(lanes),
    ...having(lanes, 'ended', (some) => about('ended', some)),
  ]);
}

const waitOf = ({ method, recording }: LaneSituation): string =>
  method === 'full-buffer' && !recording ? 'sending' : method;

/** How far behind the camera each lane plays: coarse where it is read aloud, or every tenth would be news. */
function delays(lanes: readonly LaneSituation[]): Effect[] {
  const measured = lanes
    .filter((lane) => lane.liveDelayMs !== null && lane.event !== 'ended')
    .reverse();
  if (measured.length === 0) return [];
  const words = (figure: (ms: number) => string): string =>
    say('caption.liveDelay', { figures: figuresOf(measured, (l) => figure(l.liveDelayMs ?? 0)) });
  return [{ text: words(wholeSeconds), figured: words(secondsFigure) }];
}

const wholeSeconds = (ms: number): string =>
  ms < 1000 ? say('caption.underOneS') : `${String(Math.round(ms / 1000))} s`;
