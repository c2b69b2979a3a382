import { addTurns, turnedSize, type CapturedPicture, type Turn } from '../../model/camera/picture';

/** A picture as its bytes, and how far it is to be turned. */
interface Held {
  data: ImageData;
  turn: Turn;
}

/**
 * The newest picture of a camera, as bytes: drawing the pictures of a video on a canvas fills the window's cache of
 * them, half a gigabyte, before the first is let go.
 */
export class CameraPicture {
  #shown: Held;
  #next: Held;
  #copying = false;
  /** Holds a picture that has to be turned or fitted; made when one has to be. */
  #whole: OffscreenCanvas | null = null;

  /** `turn` is what a person asks for, besides what the camera says itself. */
  constructor(
    private readonly video: HTMLVideoElement,
    private readonly turn: Turn,
  ) {
    const { videoWidth, videoHeight } = video;
    const empty = (): Held => ({ data: new ImageData(videoWidth, videoHeight), turn });
    this.#shown = empty();
    this.#next = empty();
  }

  /** Size of the newest picture once it is turned, px. */
  get size(): { width: number; height: number } {
    return turnedSize(this.#shown.data, this.#shown.turn);
  }

  /** Paints the newest picture over the whole canvas, and has the one after it fetched. */
  paint(context: CanvasRenderingContext2D): void {
    const { data, turn } = this.#shown;
    const { width, height } = context.canvas;
    const fits = data.width === width && data.height === height && turn === 0;
    if (fits) context.putImageData(data, 0, 0);
    else this.#paintTurned(context, data, turn);
    void this.refresh();
  }

  /** Fetches what the video shows now; a video that shows nothing any more leaves its last picture. */
  async refresh(): Promise<void> {
    if (this.#copying) return;
    this.#copying = true;
    let frame: TurnedFrame | undefined;
    try {
      frame = new VideoFrame(this.video);
      const { width, height } = frame.visibleRect ?? this.#next.data;
      const same = this.#next.data.width === width && this.#next.data.height === height;
      // A camera may change its size while it is on, as when its device is turned.
      const data = same ? this.#next.data : new ImageData(width, height);
      await frame.copyTo(data.data, { format: 'RGBA' });
      const next = { data, turn: addTurns(this.turn, frame.rotation ?? 0) };
      [this.#shown, this.#next] = [next, this.#shown];
    } catch {
      // The camera has gone, or is being closed.
    } finally {
      frame?.close();
      this.#copying = false;
    }
  }

  /** As large as it fits, in the middle; what it leaves free is black. */
  #paintTurned(context: CanvasRenderingContext2D, data: ImageData, turn: Turn): void {
    this.#whole ??= new OffscreenCanvas(data.width, data.height);
    const whole = this.#whole;
    if (whole.width !== data.width || whole.height !== data.height) {
      [whole.width, whole.height] = [data.width, data.height];
    }
    whole.getContext('2d', { alpha: false })?.putImageData(data, 0, 0);
    const { width, height } = context.canvas;
    const turned = turnedSize(data, turn);
    const scale = Math.min(width / turned.width, height / turned.height);
    context.fillStyle = '#000';
    context.fillRect(0, 0, width, height);
    context.save();
    context.translate(width / 2, height / 2);
    context.rotate((turn * Math.PI) / 180);
    context.scale(scale, scale);
    context.drawImage(whole, -data.width / 2, -data.height / 2);
    context.restore();
  }
}

/** A frame that says how far it is turned, degrees clockwise, which browsers do since Chromium 138. */
type TurnedFrame = VideoFrame & { readonly rotation?: number };

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
  /** Draws the newest picture over the whole canvas; ms is the window's performance.now(). */
  paint(context: CanvasRenderingContext2D, ms: number): void;
  /** Calls back when the device goes away by itself. */
  onGone(callback: () => void): void;
  /** Stops every track. */
  close(): void;
}
