import { say } from '../ui/words';
import type { Caption, Effect } from './caption';
import { about, caption, each, having, ifAny } from './sentences';
import type { LaneSituation, Situation } from './situation';

/** The link is down, for whatever source. */
export function linkDown({ down, lanes }: Situation): Caption | null {
  if (!down) return null;
  const cause = down.byHand ? 'cut' : 'down';
  return caption('down', cause, say(`caption.lead.${cause}`), [
    ...having(lanes, 'playing', (some) => each('reserve', some)),
    ...having(lanes, 'stalled', (some) => each('stall', some)),
    ...having(lanes, 'safe', (some) => about('safe', some)),
    ...recording(lanes),
    ...ifAny(
      lanes.filter((lane) => lane.event === 'waiting' && !lane.recording),
      (some) => about('loading', some),
    ),
  ]);
}

/** Lanes that wait for the end of a camera's recording. */
export function recording(lanes: readonly LaneSituation[]): Effect[] {
  return ifAny(
    lanes.filter((lane) => lane.event === 'waiting' && lane.recording),
    (some) => about('live.recording', some),
  );
}

/** Who plays, to begin with; empty while nobody does. */
export function playingLead(lanes: readonly LaneSituation[]): string {
  const plays = lanes.filter((lane) => lane.event === 'playing' || lane.event === 'safe');
  return plays.length > 0 ? about('plays', plays).text : '';
}
