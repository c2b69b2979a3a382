import { clockFigure, secondsFigure } from '../../model/figures';
import type { PlayerState } from '../../model/delivery/types';
import type { LaneError } from '../../model/run/schema';
import { say } from '../ui/words';
import type { LaneFrame } from '../../model/run/frame';
import type { RunPhase } from '../../model/run/run-view';
import { pictureOf, type PlayerNote } from './kind-picture';
import type { LaneView } from './lane-view';

/** The flag at the foot of the player; `lagMs` is what the player has lost by itself, ms. */
export function playerFlag(
  state: PlayerState,
  frame: LaneFrame,
  view: LaneView,
  lagMs = 0,
): string {
  if (state === 'rebuffering' && frame.stalledMs > 0) {
    return say('lanes.state.stalledFor', { seconds: secondsFigure(frame.stalledMs) });
  }
  if (lagMs > 0) {
    return say(`lanes.state.${state === 'ended' ? 'endedLate' : 'late'}`, {
      seconds: secondsFigure(lagMs),
    });
  }
  const noPicture = state === 'failed' && !pictureOf(view).hasPicture(view);
  return say(`lanes.state.${noPicture ? 'failedBytes' : state}`);
}

/** The note of a player that shows no picture; null when it does. A recorded run may have none (`pictured`). */
export function playerNote(
  frame: LaneFrame,
  view: LaneView,
  phase: RunPhase | null,
  error: LaneError | null,
  methods: number,
  pictured = true,
): PlayerNote | null {
  if (error) {
    return {
      big: say('lanes.player.stopped'),
      small: say(`lanes.player.stoppedAt.${error.where}`),
    };
  }
  if (phase === null || phase === 'preparing') return { big: '', small: '' };
  if (phase === 'ready') {
    const small = say(methods === 3 ? 'lanes.player.spaceWhat' : 'lanes.player.spaceWhatSome');
    return { big: say('lanes.player.space'), small };
  }
  if (frame.state === 'starting' || (frame.positionS === 0 && frame.state !== 'playing')) {
    return pictureOf(view).waiting(frame, view);
  }
  const note = pictureOf(view).playing(frame, view);
  if (note || pictured) return note;
  return { big: clockFigure(frame.positionS), small: pictureOf(view).notShown() };
}
