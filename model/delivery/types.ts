/** The three ways of delivering one source. */
export const METHODS = ['full-buffer', 'buffering', 'streaming'] as const;
export type BaseMethod = (typeof METHODS)[number];

/** The methods whose reader waits for credit, which can be switched off. */
export const HELD_METHODS = ['buffering', 'streaming'] as const;
export type HeldMethod = (typeof HELD_METHODS)[number];

/** Every lane that a run may have, in their order; "-off" is the method with its backpressure off. */
export const LANES = [
  'full-buffer',
  'buffering-off',
  'buffering',
  'streaming-off',
  'streaming',
] as const;

/** What a lane delivers by: one of METHODS, or one of them with its backpressure off. */
export type Method = (typeof LANES)[number];

/** What a person may set before a run; all sizes in bytes. */
export interface DeliverySettings {
  /** Size of one chunk, 1024 to 16 MiB. */
  chunkBytes: number;
  /** Buffering: bytes ahead of the playhead before playback starts. */
  prefetchBytes: number;
  /** Buffering: bytes ahead before playback resumes after a stall; null means the prefetch. */
  resumeBytes: number | null;
  /** Buffering: the most bytes held ahead of the playhead. */
  maxAheadBytes: number;
  /** Streaming: the most bytes held ahead of the playhead; null means two chunks. */
  streamingAheadBytes: number | null;
  /** Whole chunks that the reader may hold beyond the one on the link; 0 reads each when the last has left. */
  readAheadChunks: number;
  /** The method that is run twice, once with its backpressure off; null runs every method once. */
  backpressureOff: HeldMethod | null;
  /** What a reader whose backpressure is off reads, bytes per second. */
  readRate: number;
  /** A reader whose backpressure is off is stopped when its process takes so much memory, bytes. */
  memoryCapBytes: number;
}

/** A reader that does not wait: it reads at its own rate until all is read or its process has reached the cap. */
export interface ReadsOn {
  /** Bytes per second. */
  rate: number;
  /** Memory of the whole process, bytes. */
  capBytes: number;
}

/** The rules of one lane, worked out once before the run from method, settings and source. */
export interface LaneRules {
  method: Method;
  chunkBytes: number;
  /** Bytes ahead of the playhead at which playback starts (never more than the source). */
  startBytes: number;
  /** Bytes ahead of the playhead at which playback resumes after a stall. */
  resumeBytes: number;
  /** The most bytes sent ahead of the playhead; Infinity for full buffer. */
  maxBufferBytes: number;
  /** Chunks that the reader may hold beyond the one on the link. */
  readAheadChunks: number;
  /** True when the whole source is read into one Buffer before the first byte is sent. */
  bufferWhole: boolean;
  /** True when `maxBufferBytes` had to be raised so that the file's largest fragment fits. */
  bufferLimitRaised: boolean;
  /** Of a camera: seconds ahead of the playhead at which playback starts and resumes; Infinity waits for the end. */
  reserveS?: number | undefined;
  /** Set where backpressure is off: the reader reads on whatever the link takes. */
  readsOn?: ReadsOn | undefined;
  /** Of a camera: a player that has had nothing to play for less than this is not stalled, ms. */
  stallAfterMs?: number | undefined;
}

/** CMCD v2 player states; "rebuffering" is shown as "stalled". */
export const PLAYER_STATES = [
  'starting',
  'playing',
  'rebuffering',
  'paused',
  'ended',
  'failed',
] as const;
export type PlayerState = (typeof PLAYER_STATES)[number];

/** What the player machine is told at each step: measured by a live lane, computed by a simulation. */
export interface PlayerInput {
  /** Run clock, milliseconds. */
  nowMs: number;
  /** Whole chunks that have arrived, bytes. */
  receivedBytes: number;
  /** Bytes behind the playhead, from the byte-to-time index. */
  playedBytes: number;
  /** Playable media ahead of the playhead, seconds (the element's own buffered range when live). */
  playableS: number;
  /** Playhead, seconds. */
  positionS: number;
  /** True once every byte of the source has been received. */
  complete: boolean;
  /** True once the player reports that the last frame has been played. */
  atEnd: boolean;
}

/** What the machine decided: the player is to run or stand. */
export interface PlayerDecision {
  state: PlayerState;
  /** Set on the step at which something changed. */
  change: 'start' | 'stall' | 'resume' | 'end' | 'fail' | null;
  /** Set when a lane ends though its player never said so: everything is there, nothing is left, and it stands. */
  reason?: 'still';
}
