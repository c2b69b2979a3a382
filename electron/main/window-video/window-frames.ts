import type { Writable } from 'node:stream';
import type { WebContents } from 'electron';
import { FrameSlots } from '../../../model/video/frame-slots';
import { writeAll } from '../video/video-sound';
import { fittedPixels, sidesOfPicture, type Sides } from './window-pixels';

/** Frames a second. */
export const WINDOW_FPS = 30;

/** So many pictures are on their way at most: a frame that comes due behind them has none of its own. */
const MAX_GRABS = 3;

/** A picture that has not come by then never will, ms. */
const GRAB_MS = 3000;

/** The pictures of a page, taken at a constant rate and written as they come. */
export class WindowFrames {
  /** Frames that are written. */
  frames = 0;
  /** Those of them for which no picture was taken in time: each shows the one before it. */
  dropped = 0;
  readonly sides: Sides;
  /** When frame 0 was taken, ms of `performance.now()`. */
  readonly beganMs: number;
  readonly #page: WebContents;
  readonly #slots: FrameSlots;
  #last: Buffer;
  #grabs = 0;
  #failed: Error | null = null;

  private constructor(page: WebContents, first: Electron.NativeImage, beganMs: number) {
    this.#page = page;
    this.sides = sidesOfPicture(first);
    this.beganMs = beganMs;
    this.#slots = new FrameSlots(WINDOW_FPS, beganMs);
    this.#last = fittedPixels(first, this.sides);
  }

  /** Takes the first picture; it says how large the video is. Throws where the page shows nothing. */
  static async begin(page: WebContents): Promise<WindowFrames> {
    const first = await grab(page);
    if (!first) throw new Error('The window has no picture');
    return new WindowFrames(page, first, performance.now());
  }

  /** Writes a frame for every moment until `stop`, also for those of which no picture came. Throws a broken pipe. */
  async writeAll(input: Writable, stop: AbortSignal): Promise<void> {
    await this.#write(input, this.#last);
    let written = Promise.resolve();
    let frame = this.#slots.nextAfter(0, performance.now());
    while (await this.#comes(frame, stop)) {
      if (this.#grabs < MAX_GRABS) {
        const [at, picture] = [frame, this.#grab()];
        written = written
          .then(async () => this.#put(input, at, await picture))
          .catch((error: unknown) => this.#fail(error))
          .finally(() => (this.#grabs -= 1));
      }
      frame = this.#slots.nextAfter(frame, performance.now());
    }
    const due = this.#slots.dueAt(performance.now());
    await written;
    await this.#repeat(input, due + 1);
    if (this.#failed !== null) throw this.#failed;
  }

  /** Waits for the moment of a frame; false when there is none any more. */
  async #comes(frame: number, stop: AbortSignal): Promise<boolean> {
    const waitMs = this.#slots.momentOf(frame) - performance.now();
    if (waitMs > 0 && !stop.aborted) await sleep(waitMs, stop);
    // Whoever is late still lets what came meanwhile be done.
    else await new Promise(setImmediate);
    return !stop.aborted && this.#failed === null;
  }

  #grab(): Promise<Electron.NativeImage | null> {
    this.#grabs += 1;
    return grab(this.#page);
  }

  /** The pipe is broken: nothing more is written. */
  #fail(error: unknown): void {
    this.#failed ??= error instanceof Error ? error : new Error(String(error));
  }

  async #put(input: Writable, frame: number, image: Electron.NativeImage | null): Promise<void> {
    if (!image || this.#failed !== null) return;
    const pixels = fittedPixels(image, this.sides);
    await this.#repeat(input, frame);
    this.#last = pixels;
    await this.#write(input, pixels);
  }

  /** Writes the last picture until there are so many frames. */
  async #repeat(input: Writable, frames: number): Promise<void> {
    while (this.frames < frames && this.#failed === null) {
      await this.#write(input, this.#last);
      this.dropped += 1;
    }
  }

  async #write(input: Writable, pixels: Buffer): Promise<void> {
    await writeAll(input, pixels);
    this.frames += 1;
  }
}

/** What the page shows now; null when nothing comes of it. */
async function grab(page: WebContents): Promise<Electron.NativeImage | null> {
  if (page.isDestroyed()) return null;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), GRAB_MS);
  });
  const image = await Promise.race([page.capturePage().catch(() => null), late]);
  clearTimeout(timer);
  return image && !image.isEmpty() ? image : null;
}

/** Settles after so many ms, or at once when the signal fires. */
function sleep(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      stop.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    stop.addEventListener('abort', done);
  });
}
