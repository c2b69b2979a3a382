/** What a frame belongs to: the picture or the sound of a live source. */
export type Track = 'video' | 'audio';

/** One encoded frame of a live source: a picture, or 20 ms of sound. It is one chunk of the stream. */
export interface EncodedFrame {
  track: Track;
  /** Capture time since the source was started, microseconds; time in which it was paused does not count. */
  timeUs: number;
  /** For how long it is shown or heard, microseconds. */
  durationUs: number;
  /** It can be decoded without the frames before it. Every frame of sound can. */
  key: boolean;
  bytes: Uint8Array<ArrayBuffer>;
  /** When it was captured and when the encoder gave it, `performance.now()` of the window, ms. */
  capturedMs: number;
  encodedMs: number;
}

/** What a decoder of the pictures, or a file, has to know; it changes only with a key frame. */
export interface VideoFrameConfig {
  track: 'video';
  /** As WebCodecs names it, such as "vp8". */
  codec: string;
  /** Size of the picture, px. */
  width: number;
  height: number;
  /** The codec's own head, where it has one (avcC of H.264 in its "avc" form). */
  description?: Uint8Array<ArrayBuffer>;
}

/** What a decoder of the sound, or a file, has to know. */
export interface AudioFrameConfig {
  track: 'audio';
  codec: string;
  /** Hz. */
  sampleRate: number;
  channels: number;
  /** The codec's own head, where it has one (OpusHead). */
  description?: Uint8Array<ArrayBuffer>;
}

export type FrameConfig = VideoFrameConfig | AudioFrameConfig;

/** Pictures that never became frames: the capture was late, or the encoder was not done with those before. */
export interface DroppedFrames {
  capture: number;
  encoder: number;
}
