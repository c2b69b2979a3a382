import type { LiveSettings } from '../../model/camera/types';
import { clockFigure, rateFigure, secondsFigure } from '../../model/figures';
import type { PlayerState } from '../../model/delivery/types';
import type { LaneError } from '../../model/run/schema';
import { say } from '../ui/words';
import type { LaneFrame } from '../../model/run/frame';
import type { RunPhase } from '../../model/run/run-view';
import type { LaneView } from './lane-view';
import { level, size } from './size-unit';
import { shownDelayMs } from '../../model/run/frame';

/** What a player says in place of a picture: one large line and one small one. */
export interface PlayerNote {
  big: string;
  small: string;
}

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
  const noPicture = state === 'failed' && view.showing !== 'video';
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
    return view.live ? liveWaitingNote(frame, view, view.live) : waitingNote(frame, view);
  }
  if (view.showing === 'sound' && view.hasCover) return null;
  if (view.showing === 'sound') {
    return { big: clockFigure(frame.positionS), small: say('lanes.player.soundOnly') };
  }
  if (view.showing === 'bytes') {
    const big = `${level(frame.playedBytes, view.unit)} ${view.unit.name}`;
    return { big, small: say('lanes.player.taken', { rate: rateFigure(view.consumeRate) }) };
  }
  if (!pictured) {
    return { big: clockFigure(frame.positionS), small: say('lanes.player.noFile') };
  }
  return null;
}

/** What a lane of a camera waits for: the end of its recording, its reserve, or the first slices. */
function liveWaitingNote(
  { tMs, readBytes, receivedBytes, bufferedS }: LaneFrame,
  { method, unit }: LaneView,
  { recordS, reserveS }: LiveSettings,
): PlayerNote {
  const of = (here: string, need: string) => say('lanes.player.progress', { here, need });
  if (method === 'streaming') {
    return { big: say('cameraUi.player.noSlice'), small: say('cameraUi.player.startsFirst') };
  }
  if (method === 'buffering') {
    const big = of(Math.min(bufferedS, reserveS).toFixed(1), `${String(reserveS)} s`);
    return { big, small: say('cameraUi.player.startsReserve', { seconds: reserveS }) };
  }
  const recordedS = tMs / 1000;
  if (recordedS < recordS) {
    const small = say('cameraUi.player.records', { seconds: recordS });
    return { big: of(recordedS.toFixed(1), `${String(recordS)} s`), small };
  }
  const big = of(level(receivedBytes, unit), `${size(readBytes, unit)} ${unit.name}`);
  return { big, small: say('lanes.player.startsAll') };
}

/** How far behind live the picture is, in words; empty before the first one. */
export function behindWords(frame: Pick<LaneFrame, 'liveDelayMs' | 'state'>): string {
  const delayMs = shownDelayMs(frame);
  return delayMs === null ? '' : say('cameraUi.behind.delay', { seconds: secondsFigure(delayMs) });
}

function waitingNote({ receivedBytes }: LaneFrame, view: LaneView): PlayerNote {
  const { rules, unit, totalBytes } = view;
  const { bufferWhole: bufferWhole } = rules;
  const start = bufferWhole ? totalBytes : Math.min(rules.startBytes, totalBytes);
  const write = bufferWhole ? size : level;
  const need = `${size(start, unit)} ${unit.name}`;
  const big = say('lanes.player.progress', { here: write(receivedBytes, unit), need });
  if (bufferWhole) return { big, small: say('lanes.player.startsAll') };
  if (view.method === 'streaming') return { big, small: say('lanes.player.startsFirst') };
  return { big, small: say('lanes.player.startsAt', { need }) };
}
