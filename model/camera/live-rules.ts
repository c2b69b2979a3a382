import { baseMethod } from '../delivery/rules';
import type { LaneRules, Method } from '../delivery/types';
import { liveRate } from './live-media';
import { pictureOf, type LiveSettings } from './types';

/** Streaming plays with the first picture: with this share of the time that one lasts. */
const STREAMING_SHARE = 0.9;

/** A picture that is late by less is no stall: so many pictures, and no less than so long, ms. */
const STALL_AFTER_PICTURES = 3;
const STALL_AFTER_MS = 100;

/**
 * The rules of one lane whose source is a camera. Full buffer has to wait for the end of its recording; buffering
 * counts its reserve in seconds, since of what is still to come no bytes are known; streaming plays what there is. A
 * chunk is a picture and the sound that goes with it, about: real frames differ and are counted as they are.
 */
export function liveRules(method: Method, live: LiveSettings): LaneRules {
  const picture = pictureOf(live);
  const { perSecond } = picture;
  const reserves = {
    'full-buffer': Infinity,
    buffering: live.reserveS,
    streaming: STREAMING_SHARE / perSecond,
  };
  return {
    method,
    chunkBytes: Math.round(liveRate(picture) / perSecond),
    startBytes: 0,
    resumeBytes: 0,
    maxBufferBytes: Infinity,
    readAheadChunks: 0,
    bufferWhole: method === 'full-buffer',
    bufferLimitRaised: false,
    reserveS: reserves[baseMethod(method)],
    stallAfterMs: Math.max(STALL_AFTER_MS, Math.round((STALL_AFTER_PICTURES * 1000) / perSecond)),
  };
}
