import { cameraMedia, liveRate } from '../../camera/live-media';
import { liveRules } from '../../camera/live-rules';
import { liveOf } from '../../camera/types';
import { STEPPED } from '../progress';
import type { Deliverable, SourceKind } from '../source-kind';

/** Samples and events of a run that has no end: the newest two minutes whole. */
const MAX_LOG_ENTRIES = 2400;

/** A camera, encoded while it is played: it knows one speed, and no file to compare with. */
export const CAMERA: SourceKind = {
  id: 'camera',
  progress: STEPPED,
  consumed: false,
  endless: true,
  predicted: false,
  fits: false,
  maxLogEntries: MAX_LOG_ENTRIES,
  endFigures: ['liveDelay'],
  settings: (asked) => ({
    ...asked,
    // A camera hands over what it has whether anybody waits or not: there is nothing to switch off.
    backpressureOff: null,
    speed: 1,
    verify: false,
    live: liveOf(asked),
  }),
  // The sizes that a camera is drawn with are those of what full buffer is to record.
  sized: (media, settings) =>
    media.camera ? cameraMedia(media.camera, media.name, liveOf(settings)) : media,
  // It grows under this name, too: nobody writes through it.
  delivered: (media, _rate, recorded) =>
    recorded ? { ...media, index: recorded as Deliverable['index'] } : media,
  rules: (method, settings) => liveRules(method, liveOf(settings)),
  // What its encoder is asked for: of what is still to come no bytes are known.
  neededRate: ({ picture }) => liveRate(picture),
  bytesToGoOn: (_source, { chunkBytes }) => chunkBytes,
  // It goes on and on, but full buffer has all it plays once it plays.
  safeBytes: (_source, { bufferWhole }) => (bufferWhole ? 0 : Infinity),
  // Frames differ in size, and each comes by itself.
  chunksIn: () => 1,
};
