import { ageOfCode } from '../../model/camera/time-code';
import { DelayShares, type Shares } from '../../model/camera/delay-shares';
import { Distribution, type Spread } from '../../model/camera/distribution';
import type { DecodedPicture } from './picture-decoder';

/** Pictures are read at most this often, ms of wall time: ten a second, as everything is sampled. */
const EVERY_MS = 90;

/** A picture that has stood for longer than this grows older where it stands, ms. */
const STANDS_MS = 250;

/** Measures how old the picture on the screen is: the time code in it against the clock that it was written by. */
export class ShownDelay {
  readonly #delays = new Distribution();
  readonly #shares = new DelayShares();
  #drawn: DecodedPicture | null = null;
  #askedMs = -Infinity;
  /** The last code that was read, and when. */
  #code: number | null = null;
  #readMs = -Infinity;
  #delayMs = 0;
  #disposed = false;

  /**
   * `readCode` reads the time code of a picture, ms modulo CODE_SPAN_MS; null when there is none. `onShown` is told of
   * every picture once it is on the screen: its capture time, microseconds, and the moment, window ms.
   */
  constructor(
    private readonly readCode: (picture: VideoFrame) => Promise<number | null>,
    private readonly onShown: (timeUs: number, shownMs: number) => void,
  ) {}

  /** How old the picture on the screen is at `nowMs` of the window's clock, ms; null before the first. */
  at(nowMs: number): number | null {
    if (this.#code === null) return null;
    return nowMs - this.#readMs < STANDS_MS ? this.#delayMs : ageOfCode(this.#code, nowMs);
  }

  /** Over all pictures that were measured, ms; null before the first. */
  get figures(): Spread | null {
    return this.#delays.figures;
  }

  /** Where the time of the pictures that were shown since the last time went, on average; null for none. */
  takeShares(): Shares | null {
    return this.#shares.take();
  }

  /**
   * This picture has just been drawn; it is closed when it has been read. One that a newer one is drawn over before
   * the window shows it was on no screen: it is not measured, and none waits for a window that shows nothing.
   */
  shown(decoded: DecodedPicture): void {
    if (this.#drawn) this.#drawn.picture.close();
    else requestAnimationFrame(() => this.#onScreen());
    this.#drawn = decoded;
  }

  dispose(): void {
    this.#disposed = true;
  }

  #onScreen(): void {
    if (!this.#drawn) return;
    const { picture, frame, givenMs, decodedMs } = this.#drawn;
    this.#drawn = null;
    const nowMs = performance.now();
    this.onShown(frame.timeUs, nowMs);
    this.#shares.add({ ...frame, givenMs, decodedMs, shownMs: nowMs });
    if (!this.#disposed && nowMs - this.#askedMs >= EVERY_MS) void this.#measure(picture, nowMs);
    else picture.close();
  }

  async #measure(picture: VideoFrame, shownMs: number): Promise<void> {
    this.#askedMs = shownMs;
    const code = await this.readCode(picture);
    picture.close();
    if (code === null) return;
    this.#code = code;
    this.#readMs = shownMs;
    this.#delayMs = Math.round(ageOfCode(code, shownMs));
    this.#delays.add(this.#delayMs);
  }
}
