import { liveOf } from '../../../model/camera/types';
import { secondsFigure } from '../../../model/figures';
import { shownDelayMs } from '../../../model/run/frame';
import { BUFFER, STALLS, STARTUP } from '../../apparatus/lane-figures';
import type { KindPicture, LaneFigure } from '../../apparatus/kind-picture';
import { chosenSize } from '../../apparatus/size-unit';
import { ROWS } from '../../apparatus/tile-scale';
import { say } from '../../ui/words';
import { behindWords, delayShares, linkNote, waitingNote } from './camera-notes';
import { CameraStage } from './camera-stage';
import { frameOnLink, keyTiles } from './frame-tiles';
import { LatencyPrompt } from './latency-prompt';
import { LIVE_COLS, liveBar, liveTileS } from './live-scale';
import { ReserveMarks } from './reserve-marks';

/** How old the shown picture is. */
const DELAY: LaneFigure = {
  name: 'live',
  title: () => say('cameraUi.liveDelay'),
  value(frame) {
    const delayMs = shownDelayMs(frame);
    return delayMs === null ? null : secondsFigure(delayMs);
  },
  tone: ({ state }) => (state === 'rebuffering' ? 'bad' : 'plain'),
};

/** A camera's reserve is chosen in seconds, so it is told in seconds. */
const RESERVE: LaneFigure = {
  ...BUFFER,
  value: ({ bufferedS }) => secondsFigure(bufferedS * 1000),
};

/** A camera in the apparatus: it has no end, it comes frame by frame, and its buffers are counted in seconds. */
export const CAMERA_PICTURE: KindPicture = {
  sourceTitle: () => say('cameraUi.camera'),
  presenterTitle: (lanes) => say(`cameraUi.presenterTitle.${String(lanes)}`),
  Source: CameraStage,
  isFile: false,
  how({ method, settings }) {
    const { recordS, reserveS } = liveOf(settings);
    return say(`cameraUi.how.${method}`, { recordS, reserveS });
  },
  what: () => say('lanes.legend.what.video'),
  // A camera takes fewer bytes while little moves before it; the bar above it has little room for words.
  legend(view) {
    const { tileBytes } = view.scale;
    const count = Math.round(tileBytes / view.rules.chunkBytes);
    const tile = chosenSize(Number(tileBytes.toPrecision(1)));
    return {
      tile: say('cameraShares.tile', { count }),
      chunk: say('cameraShares.legend', { tile }),
    };
  },
  held: () => say('lanes.held.other'),
  comesSingly: true,
  markedTiles: keyTiles,
  chunkOnLink: frameOnLink,
  details: delayShares,
  linkNote,
  bufferScale({ settings }) {
    const tileS = liveTileS(liveOf(settings));
    return {
      cols: LIVE_COLS,
      room: LIVE_COLS * ROWS,
      tiles: ({ bufferedS }) => bufferedS / tileS,
    };
  },
  BufferMarks: ReserveMarks,
  most: ({ method, settings }) =>
    method === 'buffering'
      ? say('cameraUi.reserveOf', { seconds: liveOf(settings).reserveS })
      : say('cameraUi.noReserve'),
  hasPicture: () => true,
  waiting: waitingNote,
  playing: () => null,
  notShown: () => say('cameraUi.notKept'),
  Prompt: LatencyPrompt,
  // Its right end is now.
  bar: (frame, { settings }) => liveBar(frame, liveOf(settings)),
  barLabel: (frame) =>
    say('cameraUi.aria.bar', {
      behind: behindWords(frame),
      ahead: secondsFigure(frame.bufferedS * 1000),
    }),
  figures: [DELAY, STALLS, STARTUP, RESERVE],
};
