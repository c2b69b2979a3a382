import { PLAYABLE_S } from '../../model/delivery/player-machine';
import { closestIn, playableAhead, spansOf, type Span } from './buffered';
import { faultOfException, faultOfMediaError, type PlayerFault } from './media-error';
import { pacedRate } from './pace';

/** Less than this ahead is nothing: no frame is left to show, seconds. */
export const NOTHING_S = 0.01;

/** An element that waits with no more than this ahead has run dry, seconds. */
const DRY_S = 0.3;

/**
 * It says so 40 to 60 ms of wall time before the end of what it has (measured): its sound has been handed over up to
 * there. So much of what it has left is played out by the clock, seconds of wall time.
 */
const PLAYED_OUT_S = 0.07;

/** A picture is shown at least this far before the end of what is buffered, seconds. */
const INSET_S = 0.05;

/** Chromium's decoders never want more than this ahead before they go on, seconds. */
const DECODERS_WANT_S = 4;

/** An element that still waits this long after it began to is set going again; then it is given longer, ms of wall time. */
const STUCK_MS = 300;
const STUCK_AGAIN_MS = 2000;

/**
 * An element that should run, has media and stands for so long, without a word, is told to run once more; each time it
 * is given twice as long, ms of wall time. Seen once in hundreds of starts, on a busy machine.
 */
const SILENT_MS = 3000;

/** After its decoders did not keep up, an element is not asked to catch up for this long, ms of wall time. */
const REST_MS = 1000;

/**
 * A decoder begins 40 to 80 ms late (measured). For so long after it began, and while that is made up for, its pace
 * is set at every picture: the element itself tells where it is four times a second only. ms of wall time.
 */
const FOLLOW_MS = 300;

/** What a playhead tells its player. */
export interface PlayheadEvents {
  /** It has moved, begun to move, run dry or come to its end. */
  changed(): void;
  firstFrame(): void;
  failed(fault: PlayerFault): void;
}

/** The playhead of a media element: told to run and to stand, kept to the run's clock, and set going when it sticks. */
export class MediaPlayhead {
  readonly element = document.createElement('video');
  readonly #events: PlayheadEvents;
  readonly #nowMs: () => number;
  readonly #stop = new AbortController();
  #speed = 1;
  #highS = 0;
  #stepping = false;
  #ended = false;
  #asked = false;
  /** The element has been moving since it was last told to. */
  #moving = false;
  /** Since when it keeps to the clock, and from where; null while it does not. */
  #since: { ms: number; positionS: number } | null = null;
  /** It is not asked to catch up before this, ms of the run's clock. */
  #restUntilMs = 0;
  /** The end of what was playable when the element said that it waits; null when it does not. */
  #dryAtS: number | null = null;
  /** Up to here what it had left then is played out. */
  #playedOutS = 0;
  /** Where the element was last seen, and since when it has been there. */
  #stood = { atS: 0, sinceMs: 0 };
  /** How often it was told to run once more since it last moved. */
  #toldAgain = 0;
  #stuckTimer: ReturnType<typeof setTimeout> | undefined;
  /** Its pace is set at every picture until this moment of the run's clock, ms. */
  #followUntilMs = 0;
  #followsPictures = false;

  /** `nowMs` is the run's clock, to which playback keeps. */
  constructor(nowMs: () => number, events: PlayheadEvents) {
    this.#nowMs = nowMs;
    this.#events = events;
    const { element } = this;
    element.preload = 'auto';
    element.playsInline = true;
    element.disablePictureInPicture = true;
    element.muted = true;
    element.preservesPitch = false;
    const { signal } = this.#stop;
    element.addEventListener('waiting', () => this.#onWaiting(), { signal });
    element.addEventListener('timeupdate', () => this.#onMoved(), { signal });
    element.addEventListener('playing', () => this.#onPlaying(), { signal });
    element.addEventListener('ended', () => this.#onEnded(), { signal });
    const onError = (): void => events.failed(faultOfMediaError(element.error));
    element.addEventListener('error', onError, { signal });
  }

  /** Where it is, seconds; never falls. What an element that has run dry had left is played out by the clock. */
  get positionS(): number {
    if (!this.#stepping) {
      const playedOutS = this.#dryAtS === null ? 0 : Math.min(this.#playedOutS, this.#dueS);
      this.#highS = Math.max(this.#highS, this.element.currentTime, playedOutS);
    }
    return this.#highS;
  }

  /** Seconds that can be played on from here; 0 when the element has run dry and what it had left is played out. */
  get playableS(): number {
    this.#lookWhetherStands();
    if (this.#since && this.#dryAtS !== null) return Math.max(0, this.#playedOutS - this.positionS);
    const ahead = this.#aheadS;
    return this.#isDry || ahead < NOTHING_S ? 0 : ahead;
  }

  /** True once the last frame has been played. */
  get atEnd(): boolean {
    return this.#ended;
  }

  /** True when it has nothing to play and may be moved on: before it first ran, and when it has run dry. */
  get stands(): boolean {
    if (this.#stepping) return false;
    return this.#asked ? this.#isDry : this.#aheadS < NOTHING_S;
  }

  play(): void {
    if (!this.#asked) this.element.requestVideoFrameCallback(() => this.#events.firstFrame());
    this.#asked = true;
    if (!this.#isDry) this.#dryAtS = null;
    this.#since = { ms: this.#nowMs(), positionS: this.positionS };
    this.#run();
  }

  #run(): void {
    this.element.play().catch((error: unknown) => {
      // A pause that overtakes play() rejects it: that is what was asked for. A broken element says so by itself.
      const overtaken = error instanceof DOMException && error.name === 'AbortError';
      if (!overtaken && !this.element.error) this.#events.failed(faultOfException(error));
    });
  }

  pause(): void {
    this.#moving = false;
    this.#since = null;
    clearTimeout(this.#stuckTimer);
    this.element.pause();
    if (this.#dryAtS !== null) this.#restart();
  }

  /** The speed of the run. */
  setRate(speed: number): void {
    this.#speed = speed;
    this.element.playbackRate = speed;
  }

  /** While paused: shows a moment already played, as far as it is still buffered. */
  showAt(seconds: number): void {
    const to = closestIn(this.#spans, Math.min(seconds, this.positionS), INSET_S);
    this.#stepping = true;
    if (to !== null) this.element.currentTime = to;
  }

  /** Back to where it was paused. */
  backToNow(): void {
    if (!this.#stepping) return;
    const to = closestIn(this.#spans, this.#highS, INSET_S);
    if (to !== null) this.element.currentTime = to;
    this.#stepping = false;
  }

  /** Something was appended: an element that has just run dry plays on at once only when it is made to seek. */
  appended(): void {
    if (!this.#since || this.#dryAtS === null || this.#isDry || this.#aheadS < PLAYABLE_S) return;
    this.#restart();
    this.#dryAtS = null;
    this.#restartIn(STUCK_MS);
  }

  /** Plays on from a moment further on. */
  jumpTo(seconds: number): void {
    this.element.currentTime = seconds;
    if (this.#since) this.#since = { ms: this.#nowMs(), positionS: seconds };
  }

  dispose(): void {
    this.#stop.abort();
    clearTimeout(this.#stuckTimer);
    this.element.removeAttribute('src');
    this.element.load();
  }

  /** Where it should be by the clock; 0 while it does not keep to it. */
  get #dueS(): number {
    return this.#since ? this.#since.positionS + (this.#nowMs() - this.#since.ms) / 1000 : 0;
  }

  /** It has run dry, and nothing has been buffered since. */
  get #isDry(): boolean {
    return this.#dryAtS !== null && this.positionS + this.#aheadS <= this.#dryAtS + NOTHING_S;
  }

  get #spans(): Span[] {
    return spansOf(this.element.buffered);
  }

  get #aheadS(): number {
    return playableAhead(this.#spans, this.positionS);
  }

  #onPlaying(): void {
    this.#moving = true;
    this.#dryAtS = null;
    clearTimeout(this.#stuckTimer);
    this.#followUntilMs = this.#nowMs() + FOLLOW_MS * this.#speed;
    this.#keepPace();
    this.#events.changed();
  }

  /** Before it has moved, the element waits for its decoders; that is no news. */
  #onWaiting(): void {
    if (!this.#moving) return;
    const ahead = this.#aheadS;
    if (ahead > DRY_S) return this.#onStarved(ahead);
    this.#runDry(ahead);
    this.#events.changed();
  }

  #runDry(aheadS: number): void {
    this.#playedOutS = this.positionS + Math.min(aheadS, PLAYED_OUT_S * this.#speed);
    this.#dryAtS = this.positionS + aheadS;
  }

  /** An element that should run, has something to play and stands sticks. */
  #lookWhetherStands(): void {
    const { currentTime } = this.element;
    const nowMs = this.#nowMs();
    if (currentTime !== this.#stood.atS) {
      this.#stood = { atS: currentTime, sinceMs: nowMs };
      this.#toldAgain = 0;
    }
    if (!this.#since || this.#dryAtS !== null) return;
    const stoodMs = (nowMs - Math.max(this.#stood.sinceMs, this.#since.ms)) / this.#speed;
    const ahead = this.#aheadS;
    if (stoodMs > SILENT_MS * 2 ** this.#toldAgain && ahead > NOTHING_S) {
      this.#toldAgain++;
      this.#restart();
      this.#run();
    }
  }

  /** There is media ahead, but the decoders do not keep up: a busy machine is not driven harder. */
  #onStarved(aheadS: number): void {
    this.#restUntilMs = this.#nowMs() + REST_MS * this.#speed;
    this.#keepPace();
    if (aheadS < DECODERS_WANT_S) this.#restartIn(STUCK_MS);
  }

  #restartIn(ms: number): void {
    clearTimeout(this.#stuckTimer);
    this.#stuckTimer = setTimeout(() => {
      this.#restart();
      this.#restartIn(STUCK_AGAIN_MS);
    }, ms);
  }

  /**
   * Seeks to where it is. Each time Chromium runs dry it wants more in its decoders before it goes on, in the end
   * more than a small buffer ever holds; only a seek makes it forget.
   */
  #restart(): void {
    this.#moving = false;
    this.element.currentTime = this.positionS;
  }

  #onMoved(): void {
    this.#keepPace();
    this.#events.changed();
  }

  #onEnded(): void {
    this.#ended = true;
    this.#events.changed();
  }

  #keepPace(): void {
    if (!this.#since) return;
    const rests = this.#nowMs() < this.#restUntilMs;
    const lagS = rests ? 0 : this.#dueS - this.element.currentTime;
    const rate = pacedRate(this.#speed, lagS);
    if (rate !== this.element.playbackRate) this.element.playbackRate = rate;
    if (rate !== this.#speed || this.#nowMs() < this.#followUntilMs) this.#keepPaceAtNextPicture();
  }

  #keepPaceAtNextPicture(): void {
    if (this.#followsPictures) return;
    this.#followsPictures = true;
    this.element.requestVideoFrameCallback(() => {
      this.#followsPictures = false;
      this.#keepPace();
    });
  }
}
