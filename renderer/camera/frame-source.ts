import type { DroppedFrames, EncodedFrame, FrameConfig } from '../../model/camera/frame';

/** Hears of every frame in the order in which they were encoded, with what its track is decoded by. */
export type FrameListener = (frame: EncodedFrame, config: FrameConfig) => void;

/** Encoded once, for all who want its frames: the lanes of a run, and a recording to a file. */
export interface FrameSource {
  /** Pictures that have been lost so far. */
  readonly dropped: Readonly<DroppedFrames>;
  /** Calls back with every frame from now on, from the middle of a group of pictures too; returns the way to stop. */
  subscribe(listener: FrameListener): () => void;
  /** The next picture becomes a key frame. */
  requestKeyFrame(): void;
  /** Ends; settles when the last frame has been handed over. */
  stop(): Promise<void>;
}
