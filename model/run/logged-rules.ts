import type { LaneRules } from '../delivery/types';
import type { LaneLog, LoggedRules } from './schema';

/** The rules of a lane as a log holds them. */
export function loggedRules({ maxBufferBytes, reserveS, ...rules }: LaneRules): LoggedRules {
  const { chunkBytes, startBytes, resumeBytes, bufferWhole, bufferLimitRaised } = rules;
  const { readAheadChunks, readsOn } = rules;
  return {
    chunkBytes,
    readAheadChunks,
    startBytes,
    resumeBytes,
    maxBufferBytes: finiteOrNull(maxBufferBytes),
    bufferWhole,
    bufferLimitRaised,
    ...(reserveS === undefined ? {} : { reserveS: finiteOrNull(reserveS) }),
    ...(readsOn && { readsOn }),
  };
}

/** The rules by which a logged lane ran. */
export function rulesOfLane({ method, rules }: Pick<LaneLog, 'method' | 'rules'>): LaneRules {
  const { maxBufferBytes, reserveS, ...finite } = rules;
  return {
    method,
    ...finite,
    maxBufferBytes: maxBufferBytes ?? Infinity,
    ...(reserveS === undefined ? {} : { reserveS: reserveS ?? Infinity }),
  };
}

const finiteOrNull = (value: number): number | null => (value === Infinity ? null : value);
