import type { AudioFrameConfig, VideoFrameConfig } from '../../model/camera/frame';
import { unpackFrame } from '../../model/camera/frame-packet';
import { FramePlayout } from '../../model/camera/frame-playout';
import type { LaneRules } from '../../model/delivery/types';
import type { LanePlayer, LanePlayerEvents, LivePlayback } from './lane-player';
import { faultOfException } from './media-error';
import { pacedRate } from './pace';
import { PictureCanvas } from './picture-canvas';
import { PictureDecoder, type DecodedPicture } from './picture-decoder';
import { ShownDelay } from './shown-delay';
import { SoundPlayer } from './sound-player';
import { StepDecoder } from './step-decoder';

/** What a player of frames is made with. */
export interface FramePlayerOptions {
  rules: Pick<LaneRules, 'reserveS' | 'method'>;
  /** Pictures a second. */
  perSecond: number;
  /** The run's clock, ms; it runs at the speed of the window's. */
  nowMs: () => number;
  /** The next picture that is captured is to be a key frame. */
  requestKeyFrame: () => void;
  /** The time code in a picture, ms modulo CODE_SPAN_MS; null when there is none. */
  readTimeCode: (picture: VideoFrame) => Promise<number | null>;
}

/** Plays a live source frame by frame: each packet is a frame, shown on a canvas when the playout says that it is due. */
export class FramePlayer implements LanePlayer {
  readonly live: LivePlayback;
  readonly #events: LanePlayerEvents;
  readonly #nowMs: () => number;
  readonly #canvas = new PictureCanvas();
  readonly #playout: FramePlayout;
  readonly #delay: ShownDelay;
  readonly #decoder: PictureDecoder;
  readonly #sound: SoundPlayer;
  readonly #steps: StepDecoder;
  /** Decoded and not yet due, in order. */
  readonly #ready: DecodedPicture[] = [];
  #showTimer: ReturnType<typeof setTimeout> | undefined;
  #feedTimer: ReturnType<typeof setTimeout> | undefined;
  #shownFirst = false;
  #asked = false;
  #audible = false;

  constructor(options: FramePlayerOptions, events: LanePlayerEvents) {
    const { rules, perSecond, nowMs, requestKeyFrame, readTimeCode } = options;
    this.#events = events;
    this.#nowMs = nowMs;
    const playout = new FramePlayout({
      reserveS: rules.method === 'streaming' ? null : (rules.reserveS ?? 0),
      pictureS: 1 / perSecond,
      paceOf: (lagS) => pacedRate(1, lagS),
    });
    this.#playout = playout;
    const delay = new ShownDelay(readTimeCode, (timeUs, shownMs) =>
      this.#sound.shown(timeUs, shownMs),
    );
    this.#delay = delay;
    this.#decoder = new PictureDecoder(
      (decoded) => this.#decoded(decoded),
      (fault) => events.failed(fault),
    );
    this.#sound = new SoundPlayer({
      dueMs: (timeUs) => {
        const runMs = nowMs();
        return performance.now() + playout.dueMs(timeUs, runMs) - runMs;
      },
      get rate() {
        return playout.rate;
      },
    });
    const sound = this.#sound;
    this.#steps = new StepDecoder((picture) => this.#canvas.show(picture));
    this.live = {
      get delayMs() {
        return delay.at(performance.now());
      },
      get delay() {
        return delay.figures;
      },
      get soundOff() {
        return sound.off;
      },
      get targetS() {
        return playout.targetS;
      },
      takeShares: () => delay.takeShares(),
      keepPace: (on) => playout.keepPace(on, nowMs()),
      requestKeyFrame,
      skip: () => {
        if (playout.skip(nowMs()) === null) return;
        this.#sound.stop();
        this.#feed();
      },
    };
  }

  get element(): HTMLCanvasElement {
    return this.#canvas.element;
  }

  get positionS(): number {
    return this.#playout.positionS(this.#nowMs());
  }

  get playableS(): number {
    return this.#playout.playableS(this.#nowMs());
  }

  /** Frames are held until they are due; nothing is refused. */
  get waitingBytes(): number {
    return 0;
  }

  get atEnd(): boolean {
    return this.#playout.atEnd(this.#nowMs());
  }

  append(bytes: Uint8Array<ArrayBuffer>): void {
    try {
      const { frame, config } = unpackFrame(bytes);
      if (config) this.#configure(config);
      this.#playout.arrived({ ...frame, arrivedMs: performance.now() }, this.#nowMs());
    } catch (error) {
      return this.#events.failed({ ...faultOfException(error), code: 'decoder' });
    }
    this.#events.given(bytes);
    this.#feed();
    this.#letGo();
    this.#events.changed();
  }

  complete(): void {
    this.#playout.complete();
    this.#events.changed();
  }

  play(): void {
    this.#asked = true;
    this.#playout.play(this.#nowMs());
    this.#feed();
    this.#show();
  }

  pause(): void {
    this.#playout.pause(this.#nowMs());
    clearTimeout(this.#showTimer);
    clearTimeout(this.#feedTimer);
    this.#sound.stop();
  }

  /** A live source knows one speed. */
  setRate(): void {}

  setVolume(volume: number, audible: boolean): void {
    if (this.#audible && !audible) this.#sound.stop();
    this.#audible = audible;
    this.#playout.hear(audible, this.#nowMs());
    this.#sound.setVolume(volume);
  }

  showAt(seconds: number): void {
    void this.#steps.show(this.#playout.pictureAt(Math.min(seconds, this.positionS)));
  }

  backToNow(): void {
    void this.#steps.show(this.#playout.pictureAt(this.positionS));
  }

  text(): null {
    return null;
  }

  dispose(): void {
    this.pause();
    this.#decoder.reset();
    this.#steps.dispose();
    this.#sound.dispose();
    this.#delay.dispose();
    for (const { picture } of this.#ready.splice(0)) picture.close();
  }

  #configure(config: VideoFrameConfig | AudioFrameConfig): void {
    if (config.track === 'audio') return this.#sound.configure(config);
    this.#decoder.configure(config);
    this.#steps.configure(config);
  }

  /** Gives the decoders what is due soon, and looks again when more is. */
  #feed(): void {
    if (!this.#asked) return;
    const nowMs = this.#nowMs();
    for (let frame; (frame = this.#playout.nextPicture(nowMs, this.#decoder.pending));) {
      this.#decoder.decode(frame);
    }
    for (let frame; (frame = this.#playout.nextSound(nowMs));) {
      if (this.#audible) this.#sound.play(frame);
    }
    clearTimeout(this.#feedTimer);
    this.#feedTimer = setTimeout(() => this.#feed(), FEED_MS);
  }

  #decoded(decoded: DecodedPicture): void {
    this.#ready.push(decoded);
    this.#show();
  }

  /** Shows the newest picture that is due, and looks again when the next is. */
  #show(): void {
    clearTimeout(this.#showTimer);
    const nowMs = this.#nowMs();
    let due: DecodedPicture | undefined;
    for (
      let next;
      (next = this.#ready[0]) && this.#playout.dueMs(next.frame.timeUs, nowMs) <= nowMs;
    ) {
      due?.picture.close();
      due = this.#ready.shift();
    }
    if (due) void this.#present(due);
    const next = this.#ready[0];
    const waitMs = next ? this.#playout.dueMs(next.frame.timeUs, nowMs) - nowMs : Infinity;
    if (waitMs < Infinity) this.#showTimer = setTimeout(() => this.#show(), waitMs);
  }

  async #present(decoded: DecodedPicture): Promise<void> {
    const { picture } = decoded;
    if (!(await this.#canvas.show(picture))) return picture.close();
    this.#delay.shown(decoded);
    if (this.#shownFirst) return;
    this.#shownFirst = true;
    this.#events.firstFrame();
  }

  #letGo(): void {
    const toS = this.#playout.forget(this.#nowMs());
    if (toS !== null) this.#events.evicted(toS);
  }
}

/** Frames are given to the decoders this often at least, ms. */
const FEED_MS = 30;
