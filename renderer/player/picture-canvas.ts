/**
 * Shows pictures on a canvas, from their bytes: drawing the pictures of a decoder on one fills the window's cache of
 * them, half a gigabyte, before the first is let go.
 */
export class PictureCanvas {
  readonly element = document.createElement('canvas');
  readonly #context: CanvasRenderingContext2D;
  /** The bytes of the picture before, to be written again. */
  #free: ImageData | null = null;
  #asked = 0;
  #shown = 0;

  constructor() {
    const context = this.element.getContext('2d', { alpha: false });
    if (!context) throw new Error('There is no 2d context for a player.');
    this.#context = context;
  }

  /** Whether this picture stands on the canvas now: one that a newer one has overtaken does not, nor one that is closed. */
  async show(picture: VideoFrame): Promise<boolean> {
    const asked = ++this.#asked;
    const data = this.#take(picture);
    try {
      await picture.copyTo(data.data, { format: 'RGBA' });
    } catch {
      return false;
    }
    if (asked < this.#shown) return false;
    this.#shown = asked;
    const { width, height } = data;
    const { element } = this;
    if (element.width !== width || element.height !== height) {
      Object.assign(element, { width, height });
    }
    this.#context.putImageData(data, 0, 0);
    this.#free = data;
    return true;
  }

  #take({ visibleRect }: VideoFrame): ImageData {
    const { width, height } = visibleRect ?? { width: 1, height: 1 };
    const free = this.#free;
    this.#free = null;
    return free?.width === width && free.height === height ? free : new ImageData(width, height);
  }
}
