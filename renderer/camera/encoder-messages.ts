import type { EncodedFrame, FrameConfig } from '../../model/camera/frame';

/** To the worker that encodes. Moments are `performance.now()` of the window, ms. */
export type ToEncoder =
  | {
      type: 'begin';
      video: VideoEncoderConfig;
      audio: { codec: string; bitrate: number };
      /** Every picture that is captured comes here, as a CapturedFrame. */
      pictures: MessagePort;
      /** Capture time is 0 at this moment. */
      atMs: number;
    }
  | { type: 'pause'; atMs: number }
  | { type: 'continue'; atMs: number }
  | { type: 'sound'; data: AudioData }
  | { type: 'key-frame' }
  /** What follows does not join on to the sound before it. */
  | { type: 'sound-gap' }
  | { type: 'end' };

/** And back; a config comes before the first frame that it describes. */
export type FromEncoder =
  | { type: 'config'; config: FrameConfig }
  | { type: 'picture'; frame: Omit<EncodedFrame, 'encodedMs'> }
  /** 20 ms of it; the window knows when it was heard. */
  | { type: 'sound'; durationUs: number; bytes: Uint8Array<ArrayBuffer> }
  /** The sound from here on does not join on to the sound before it. */
  | { type: 'sound-begins' }
  /** Pictures were not taken in time, or not encoded: those before them are not done yet. */
  | { type: 'dropped'; by: 'capture' | 'encoder'; pictures: number }
  | { type: 'failed'; detail: string }
  | { type: 'ended' };
