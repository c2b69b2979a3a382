import { addTurns, turnedSize, type Turn } from '../../model/camera/picture';
import { rotationOf } from './frame-rotation';

/** A picture as its bytes, and how far it is to be turned. */
interface Held {
  data: ImageData;
  turn: Turn;
}

/**
 * Paints the newest picture of a camera, from its bytes: drawing the pictures of a video on a canvas fills the window's
 * cache of them, half a gigabyte, before the first is let go.
 */
export class CameraPainter {
  readonly #turn: Turn;
  #shown: Held | null = null;
  #next: ImageData | null = null;
  /** Holds a picture that has to be turned or fitted; made when one has to be. */
  #whole: OffscreenCanvas | null = null;

  /** `turn` is what a person asks for, besides what the camera says itself. */
  constructor(frames: ReadableStream<VideoFrame>, turn: Turn) {
    this.#turn = turn;
    void this.#follow(frames.getReader());
  }

  /** Over the whole canvas; before the first picture it is left as it is. */
  paint(context: OffscreenCanvasRenderingContext2D): void {
    if (!this.#shown) return;
    const { data, turn } = this.#shown;
    const { width, height } = context.canvas;
    const fits = data.width === width && data.height === height && turn === 0;
    if (fits) context.putImageData(data, 0, 0);
    else this.#paintTurned(context, data, turn);
  }

  /** Takes every picture as it comes; a camera that goes away leaves its last one. */
  async #follow(reader: ReadableStreamDefaultReader<VideoFrame>): Promise<void> {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      await this.#take(value).catch(() => undefined);
      value.close();
    }
  }

  async #take(frame: VideoFrame): Promise<void> {
    const { width, height } = frame.visibleRect ?? { width: 0, height: 0 };
    const same = this.#next?.width === width && this.#next.height === height;
    // A camera may change its size while it is on, as when its device is turned.
    const data = same && this.#next ? this.#next : new ImageData(width, height);
    await frame.copyTo(data.data, { format: 'RGBA' });
    this.#next = this.#shown?.data ?? null;
    this.#shown = { data, turn: addTurns(this.#turn, rotationOf(frame)) };
  }

  /** As large as it fits, in the middle; what it leaves free is black. */
  #paintTurned(context: OffscreenCanvasRenderingContext2D, data: ImageData, turn: Turn): void {
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
