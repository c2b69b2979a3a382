import { STREAMING_CHUNKS } from './settings';
import type { BaseMethod, DeliverySettings, HeldMethod, LaneRules, Method } from './types';

/**
 * A raise below this share of what was asked is the file's fragments not falling on chunks, not a
 * change of what was asked; it is not announced.
 */
const ANNOUNCED_RAISE = 0.1;

/** The method of a lane: that of one with its backpressure off is the same with it on. */
export function baseMethod(lane: Method): BaseMethod {
  if (lane === 'buffering-off') return 'buffering';
  return lane === 'streaming-off' ? 'streaming' : lane;
}

/** True of a lane whose backpressure is off. */
export const isOff = (lane: Method): boolean => baseMethod(lane) !== lane;

/** The lane of a method with its backpressure off. */
export const offLane = (method: HeldMethod): Method => `${method}-off`;

/** The lanes of a run: one a method, or, to see what backpressure does, one method without it and with it. */
export function lanesOf({
  methods,
  backpressureOff: off,
}: Pick<DeliverySettings, 'backpressureOff'> & { methods: readonly Method[] }): readonly Method[] {
  return off === null ? methods : [offLane(off), off];
}

/**
 * The rules of one lane. `largestStepBytes` is the most that has to lie ahead of a playhead before
 * it can move (see `model/media/index-map`); settings are ones that `settingsProblems` accepts.
 */
export function laneRules(
  method: Method,
  settings: DeliverySettings,
  source: { bytes: number; largestStepBytes: number },
): LaneRules {
  const { chunkBytes, readAheadChunks } = settings;
  switch (method) {
    case 'buffering-off':
    case 'streaming-off': {
      const readsOn = { rate: settings.readRate, capBytes: settings.memoryCapBytes };
      return { ...laneRules(baseMethod(method), settings, source), method, readsOn };
    }
    case 'full-buffer':
      return {
        method,
        chunkBytes,
        startBytes: source.bytes,
        resumeBytes: source.bytes,
        maxBufferBytes: Infinity,
        readAheadChunks: 0,
        bufferWhole: true,
        bufferLimitRaised: false,
      };
    case 'buffering':
      return {
        method,
        chunkBytes,
        startBytes: Math.min(settings.prefetchBytes, source.bytes),
        resumeBytes: Math.min(settings.resumeBytes ?? settings.prefetchBytes, source.bytes),
        ...ahead(settings.maxAheadBytes, chunkBytes, source),
        readAheadChunks,
        bufferWhole: false,
      };
    case 'streaming':
      return {
        method,
        chunkBytes,
        startBytes: Math.min(chunkBytes, source.bytes),
        // It resumes as soon as there is anything to play: no number of bytes is waited for.
        resumeBytes: 0,
        ...ahead(settings.streamingAheadBytes ?? STREAMING_CHUNKS * chunkBytes, chunkBytes, source),
        readAheadChunks,
        bufferWhole: false,
      };
  }
}

/**
 * Of `maxBufferBytes` sent ahead of a standing playhead, more than `maxBufferBytes - chunkBytes` have arrived
 * in whole chunks; with the largest step and one chunk in it, no playhead waits for ever.
 */
function ahead(
  askedBytes: number,
  chunkBytes: number,
  source: { bytes: number; largestStepBytes: number },
): { maxBufferBytes: number; bufferLimitRaised: boolean } {
  const neededBytes = Math.min(Math.ceil(source.largestStepBytes) + chunkBytes, source.bytes);
  return {
    maxBufferBytes: Math.max(askedBytes, neededBytes),
    bufferLimitRaised: neededBytes > askedBytes * (1 + ANNOUNCED_RAISE),
  };
}
