import type { WebContents } from 'electron';

/** Pictures a second: captions, boats and clocks are followed by it, and a window is grabbed seldom. */
const EVERY_MS = 500;

/** As wide as the notes show it on a screen of 1920, px. */
const WIDTH = 880;
const QUALITY = 80;

/**
 * Sends pictures of the stage's window, for as long as somebody looks at them. They are what the stage shows, its
 * players and its pointer's ring included, which no second drawing of the run could be: players belong to one window.
 */
export class StagePictures {
  #timer: NodeJS.Timeout | null = null;
  #taking = false;
  #last: Buffer | null = null;

  /** `send` gets a JPEG whenever the stage looks another. */
  constructor(
    private readonly stage: WebContents,
    private readonly send: (jpeg: Uint8Array<ArrayBuffer>) => void,
  ) {}

  start(): void {
    this.#last = null;
    this.#timer ??= setInterval(() => void this.#take(), EVERY_MS);
    void this.#take();
  }

  /** The stage as it looks now is sent once more: who looks has only come. */
  again(): void {
    this.#last = null;
    if (this.#timer) void this.#take();
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
  }

  async #take(): Promise<void> {
    if (this.#taking || this.stage.isDestroyed()) return;
    this.#taking = true;
    try {
      const picture = await this.stage.capturePage();
      if (!this.#timer || picture.isEmpty()) return;
      const small = picture.getSize().width > WIDTH ? picture.resize({ width: WIDTH }) : picture;
      const jpeg = small.toJPEG(QUALITY);
      if (this.#last?.equals(jpeg)) return;
      this.#last = jpeg;
      this.send(new Uint8Array(jpeg));
    } catch {
      // A window that is being closed has no picture.
    } finally {
      this.#taking = false;
    }
  }
}
