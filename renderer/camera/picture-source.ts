/** Where the pictures and the sound of a capture come from: our own test picture, or a camera. */
export interface PictureSource {
  /** What people know it by. */
  readonly name: string;
  /** Whether it is a device. */
  readonly real: boolean;
  /** Its sound, one track that lasts as long as the source; silence where there is no microphone. */
  readonly sound: MediaStreamTrack;
  /** Draws the newest picture over the whole canvas; ms is the window's performance.now(). */
  paint(context: CanvasRenderingContext2D, ms: number): void;
  /** Calls back when the device goes away by itself. */
  onGone(callback: () => void): void;
  /** Stops every track. */
  close(): void;
}
