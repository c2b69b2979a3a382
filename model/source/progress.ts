import { PLAYABLE_S } from '../delivery/player-machine';
import {
  bytesAt,
  largestStepBytes,
  playableSecondsAt,
  secondsAt,
  type MediaIndex,
} from '../media/index-map';

/** How playable seconds follow from the bytes that have arrived. */
export interface Progress {
  /** True when only whole steps of the index can be played. */
  stepped: boolean;
  /** Seconds that can be played once `bytes` have arrived. */
  secondsAt(index: MediaIndex, bytes: number): number;
  /** Bytes that make the source playable up to `seconds`; undefined behind its end. */
  bytesFor(index: MediaIndex, seconds: number): number | undefined;
  /** The most bytes that may have to lie ahead of a playhead before it can move. */
  largestStep(index: MediaIndex): number;
}

/** The largest step of an index, which takes a pass over it, found once. */
const largestSteps = new WeakMap<MediaIndex, number>();

/** Media: a fragment is playable when all of it is there. */
export const STEPPED: Progress = {
  stepped: true,
  secondsAt: playableSecondsAt,
  bytesFor: (index, seconds) => index.find((point) => point.seconds >= seconds)?.bytes,
  largestStep(index) {
    const known = largestSteps.get(index) ?? largestStepBytes(index);
    largestSteps.set(index, known);
    return known;
  },
};

/** Text and bytes: every byte can be taken when it is there. */
export const EVEN: Progress = {
  stepped: false,
  secondsAt,
  bytesFor: bytesAt,
  largestStep(index) {
    const { bytes, seconds } = index.at(-1) ?? { bytes: 0, seconds: 0 };
    return seconds > 0 ? Math.min(bytes, (bytes / seconds) * PLAYABLE_S) : 0;
  },
};
