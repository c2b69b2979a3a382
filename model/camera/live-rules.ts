import { baseMethod } from '../delivery/rules';
import type { LaneRules, Method } from '../delivery/types';
import { liveRate } from './live-media';
import type { LiveSettings } from './types';

/** What a camera is recorded in, ms of time each. */
export const SLICE_MS = 50;

/** Streaming plays with the first picture, seconds: at 30 a second one lasts 0.033. */
const STREAMING_S = 0.03;

/** A picture that is late by less is no stall, ms: three pictures at 30 a second. */
const STALL_AFTER_MS = 100;

/** A slice of a moving picture, about, bytes; real ones differ and are counted as they are. */
export const SLICE_BYTES = Math.round((liveRate() * SLICE_MS) / 1000);

/**
 * The rules of one lane whose source is a camera. Full buffer has to wait for the end of its recording; buffering
 * counts its reserve in seconds, since of what is still to come no bytes are known; streaming plays what there is.
 */
export function liveRules(method: Method, { reserveS }: LiveSettings): LaneRules {
  const reserves = { 'full-buffer': Infinity, buffering: reserveS, streaming: STREAMING_S };
  return {
    method,
    chunkBytes: SLICE_BYTES,
    startBytes: 0,
    resumeBytes: 0,
    maxBufferBytes: Infinity,
    readAheadChunks: 0,
    bufferWhole: method === 'full-buffer',
    bufferLimitRaised: false,
    reserveS: reserves[baseMethod(method)],
    stallAfterMs: STALL_AFTER_MS,
  };
}
