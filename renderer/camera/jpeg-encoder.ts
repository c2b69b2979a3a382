/** To the worker: this picture as JPEG, quality from 0 to 1. */
export interface JpegRequest {
  id: number;
  picture: ImageBitmap;
  quality: number;
}

/** And back. */
export interface JpegAnswer {
  id: number;
  bytes: ArrayBuffer;
}

/** Why there is no picture. */
export const GONE = 'The camera was turned off before its picture was made.';

interface Waiting {
  resolve: (jpeg: Uint8Array<ArrayBuffer>) => void;
  reject: (reason: Error) => void;
}

/**
 * Makes JPEGs of pictures, in a worker of its own: in the window they are made only when nothing else is to be drawn,
 * which beside three players can take a second. It is started with the first one.
 */
export class JpegEncoder {
  #worker: Worker | null = null;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #closed = false;

  /** A picture, which it closes, as JPEG; quality from 0 to 1. Rejects when the encoder is closed before. */
  async encode(coming: Promise<ImageBitmap>, quality: number): Promise<Uint8Array<ArrayBuffer>> {
    const picture = await coming;
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      if (this.#closed) {
        picture.close();
        return reject(new Error(GONE));
      }
      this.#waiting.set(id, { resolve, reject });
      const asked: JpegRequest = { id, picture, quality };
      this.#started().postMessage(asked, [picture]);
    });
  }

  close(): void {
    this.#closed = true;
    this.#worker?.terminate();
    this.#fail(GONE);
  }

  #started(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL('./jpeg-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data: { id, bytes } }: MessageEvent<JpegAnswer>) => {
      this.#waiting.get(id)?.resolve(new Uint8Array(bytes));
      this.#waiting.delete(id);
    };
    worker.onerror = ({ message }) => this.#fail(message);
    this.#worker = worker;
    return worker;
  }

  #fail(why: string): void {
    for (const { reject } of this.#waiting.values()) reject(new Error(why));
    this.#waiting.clear();
  }
}
