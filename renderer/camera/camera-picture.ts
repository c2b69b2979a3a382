import { PICTURE } from './time-code-layout';

/**
 * The newest picture of a camera, as bytes: drawing the pictures of a video on a canvas fills the window's cache of
 * them, half a gigabyte, before the first is let go.
 */
export class CameraPicture {
  #shown = new ImageData(PICTURE.width, PICTURE.height);
  #next = new ImageData(PICTURE.width, PICTURE.height);
  #copying = false;

  /** The video shows pictures of the size that is recorded. */
  constructor(private readonly video: HTMLVideoElement) {}

  /** Paints the newest picture, and has the one after it fetched. */
  paint(context: CanvasRenderingContext2D): void {
    context.putImageData(this.#shown, 0, 0);
    void this.refresh();
  }

  /** Fetches what the video shows now; a video that shows nothing any more leaves its last picture. */
  async refresh(): Promise<void> {
    if (this.#copying) return;
    this.#copying = true;
    let frame: VideoFrame | undefined;
    try {
      frame = new VideoFrame(this.video);
      await frame.copyTo(this.#next.data, { format: 'RGBA' });
      [this.#shown, this.#next] = [this.#next, this.#shown];
    } catch {
      // The camera has gone, or is being closed.
    } finally {
      frame?.close();
      this.#copying = false;
    }
  }
}

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
