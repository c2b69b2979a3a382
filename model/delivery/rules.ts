import { STREAMING_CHUNKS } from './settings';
import type { DeliverySettings, LaneRules, Method } from './types';

/**
 * A raise below this share of what was asked is the file's fragments not falling on chunks, not a
 * change of what was asked; it is not announced.
 */
const ANNOUNCED_RAISE = 0.1;

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
