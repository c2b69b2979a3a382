import type { CapturedPicture } from '../../model/camera/picture';
import type { Painted } from './capture-messages';

/** Where the pictures and the sound of a capture come from: our own test picture, or a camera. */
export interface PictureSource {
  /** What people know it by. */
  readonly name: string;
  /** Whether it is a device. */
  readonly real: boolean;
  /** The picture that it gives. */
  readonly picture: CapturedPicture;
  /** Its sound, one track that lasts as long as the source; silence where there is no microphone. */
  readonly sound: MediaStreamTrack;
  /** What is painted of it, handed over once: to the worker that captures. */
  takePainted(): Painted;
  /** Calls back when the device goes away by itself. */
  onGone(callback: () => void): void;
  /** Stops every track. */
  close(): void;
}
