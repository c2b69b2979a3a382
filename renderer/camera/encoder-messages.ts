import type { FrameConfig, Track } from '../../model/camera/frame';

/** To the worker that encodes. */
export type ToEncoder =
  | { type: 'begin'; video: VideoEncoderConfig; audio: { codec: string; bitrate: number } }
  /** `frame` is closed by the worker; its timestamp is its capture time. */
  | { type: 'picture'; frame: VideoFrame }
  | { type: 'sound'; data: AudioData }
  | { type: 'key-frame' }
  /** What follows does not join on to the sound before it. */
  | { type: 'sound-gap' }
  | { type: 'end' };

/** And back; a config comes before the first frame that it describes. */
export type FromEncoder =
  | { type: 'config'; config: FrameConfig }
  | {
      type: 'frame';
      track: Track;
      timeUs: number;
      durationUs: number;
      key: boolean;
      bytes: Uint8Array<ArrayBuffer>;
    }
  /** The sound from here on does not join on to the sound before it. */
  | { type: 'sound-begins' }
  /** A picture was not encoded: those before it are not done yet. */
  | { type: 'dropped' }
  | { type: 'failed'; detail: string }
  | { type: 'ended' };
