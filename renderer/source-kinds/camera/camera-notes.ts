import { liveOf } from '../../../model/camera/types';
import { mapShares } from '../../../model/camera/delay-shares';
import { fixedFigure, secondsFigure, secondsWith } from '../../../model/figures';
import { shownDelayMs, type LaneFrame } from '../../../model/run/frame';
import type { PlayerNote } from '../../apparatus/kind-picture';
import type { LaneView } from '../../apparatus/lane-view';
import { level, size } from '../../apparatus/size-unit';
import { say } from '../../ui/words';

/** What a lane of a camera waits for: the end of its recording, its reserve, or the first frame. */
export function waitingNote(
  { tMs, readBytes, receivedBytes, bufferedS }: LaneFrame,
  { method, unit, settings }: LaneView,
): PlayerNote {
  const { recordS, reserveS } = liveOf(settings);
  const of = (here: string, need: string) => say('lanes.player.progress', { here, need });
  if (method === 'streaming') {
    return { big: say('cameraUi.player.noFrame'), small: say('cameraUi.player.startsFirst') };
  }
  if (method === 'buffering') {
    const big = of(fixedFigure(Math.min(bufferedS, reserveS), 1), secondsWith(reserveS, 0, 3));
    return { big, small: say('cameraUi.player.startsReserve', { seconds: reserveS }) };
  }
  const recordedS = tMs / 1000;
  if (recordedS < recordS) {
    const small = say('cameraUi.player.records', { seconds: recordS });
    return { big: of(fixedFigure(recordedS, 1), secondsWith(recordS, 0, 3)), small };
  }
  const big = of(level(receivedBytes, unit), `${size(readBytes, unit)} ${unit.name}`);
  return { big, small: say('lanes.player.startsAll') };
}

/** How far behind live the picture is, in words; empty before the first one. */
export function behindWords(frame: Pick<LaneFrame, 'liveDelayMs' | 'state'>): string {
  const delayMs = shownDelayMs(frame);
  return delayMs === null ? '' : say('cameraUi.behind.delay', { seconds: secondsFigure(delayMs) });
}

/** Beside the link: chunks are frames, of which no number is known beforehand. */
export function linkNote(
  { link, tMs }: LaneFrame,
  { rules, settings }: LaneView,
  running: boolean,
): string {
  if (link === 'done') return say('cameraUi.link.done');
  if (link === 'outage' || link === 'cut') return say('cameraUi.link.down');
  if (link !== 'idle') return say('cameraUi.link.frame');
  const recording = running && rules.bufferWhole && tMs < liveOf(settings).recordS * 1000;
  return say(`cameraUi.link.${recording ? 'recording' : 'idle'}`);
}

/** Where the milliseconds between camera and screen went at a moment; empty before the first picture. */
export function delayShares({ liveShares, state }: LaneFrame): string {
  if (!liveShares || state === 'starting') return '';
  return say('cameraShares.words', {
    ...mapShares(liveShares, Math.round),
  });
}

/** How much has been captured, and how many pictures were lost because this computer did not keep up. */
export function capturedWords({ droppedFrames }: LaneFrame): string {
  const lost = droppedFrames ? droppedFrames.capture + droppedFrames.encoder : 0;
  return lost > 0 ? say('cameraShares.lost', { count: lost }) : say('cameraUi.captured');
}
