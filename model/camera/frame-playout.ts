import { JitterCushion } from './cushion';
import type { EncodedFrame } from './frame';
import { endSOf, FrameBuffer, type ArrivedFrame } from './frame-buffer';
import { Playhead } from './playhead';

/** Pictures and sound are decoded this far ahead of the playhead, microseconds. */
const DECODE_AHEAD_US = 150_000;

/**
 * No more pictures than this wait in a decoder: of one that is slower than the clock the others wait in the buffer,
 * where those that come too late can be left out.
 */
const MAX_DECODING = 10;

/** So much that has been played can be stepped back to, microseconds; so much is let go at a time. */
const KEPT_US = 10_000_000;
const LET_GO_US = 5_000_000;

/** Pictures do not wait longer than this for the sound that goes with them, ms. */
const MAX_SOUND_WAIT_MS = 500;

/** A player that is later than this is behind, seconds: it is asked what to do, and does not run faster. */
const MAX_LAG_S = 1;

/** How a method plays frames. */
export interface PlayoutRules {
  /**
   * So far behind its arrivals it plays, seconds; null follows the jitter of the link, Infinity keeps to nothing.
   */
  reserveS: number | null;
  /** Length of one picture, seconds. */
  pictureS: number;
  /** The pace for a player that is so many seconds late; 1 is the clock's. */
  paceOf: (lagS: number) => number;
}

/**
 * Decides of each frame of a lane when it is decoded and when it is due. It has no clock: every call carries the time
 * of the run's, ms. Pictures lead: sound is due with them.
 */
export class FramePlayout {
  readonly #rules: PlayoutRules;
  readonly #video = new FrameBuffer();
  readonly #audio = new FrameBuffer();
  readonly #playhead = new Playhead();
  readonly #cushion: JitterCushion;
  /** Sound is captured, encoded and sent in other pieces than pictures: it has a jitter of its own. */
  readonly #soundCushion = new JitterCushion(0);
  #heard = false;
  #keepsPace = true;
  #complete = false;

  constructor(rules: PlayoutRules) {
    this.#rules = rules;
    this.#cushion = new JitterCushion(rules.pictureS * 1000);
  }

  /** How much faster than the clock it plays. */
  get rate(): number {
    return this.#playhead.rate;
  }

  /** How far behind its arrivals it means to play, seconds; Infinity when it does not mean to. */
  get targetS(): number {
    const { reserveS, pictureS } = this.#rules;
    const cushionS = Math.max(this.#cushion.ms, this.#soundWaitMs()) / 1000;
    return reserveS === null ? cushionS : Math.max(reserveS - pictureS, cushionS);
  }

  positionS(nowMs: number): number {
    return this.#playhead.at(nowMs);
  }

  /** Seconds of pictures ahead of the playhead. */
  playableS(nowMs: number): number {
    return Math.max(0, this.#playhead.reachS - this.#playhead.at(nowMs));
  }

  /** True once the last picture has been played and no more will come. */
  atEnd(nowMs: number): boolean {
    return this.#complete && this.playableS(nowMs) === 0;
  }

  /** A frame has arrived. */
  arrived(frame: ArrivedFrame, nowMs: number): void {
    const cushion = frame.track === 'audio' ? this.#soundCushion : this.#cushion;
    cushion.arrived(frame.timeUs / 1000, nowMs);
    if (frame.track === 'audio') return this.#audio.push(frame);
    this.#video.push(frame);
    this.#playhead.extend(endSOf(frame), nowMs);
    this.#setPace(nowMs);
  }

  /** Whether its sound is heard: only then do pictures wait for it. */
  hear(on: boolean, nowMs: number): void {
    this.#heard = on;
    this.#setPace(nowMs);
  }

  /** No more will come. */
  complete(): void {
    this.#complete = true;
  }

  play(nowMs: number): void {
    this.#playhead.play(nowMs);
  }

  pause(nowMs: number): void {
    this.#playhead.pause(nowMs);
  }

  /** Whether it makes up for what it is late by; one that stays behind does not. */
  keepPace(on: boolean, nowMs: number): void {
    this.#keepsPace = on;
    this.#setPace(nowMs);
  }

  /**
   * The next picture to decode, if any, while so many are being decoded: it is due soon, or has been. What is overdue
   * is shown no more: it goes on with the newest key frame that is due.
   */
  nextPicture(nowMs: number, decoding: number): ArrivedFrame | null {
    if (decoding >= MAX_DECODING) return null;
    const positionUs = this.#positionUs(nowMs);
    this.#video.skipTo(positionUs);
    return this.#video.take(positionUs + DECODE_AHEAD_US);
  }

  /** The next piece of sound to decode; what is over is left out, and none is due while it stands. */
  nextSound(nowMs: number): ArrivedFrame | null {
    if (!this.#playhead.moving) return null;
    const positionUs = this.#positionUs(nowMs);
    for (;;) {
      const frame = this.#audio.take(positionUs + DECODE_AHEAD_US);
      if (!frame || frame.timeUs + frame.durationUs >= positionUs) return frame;
    }
  }

  /** When a moment of capture time is due, ms of the run's clock; Infinity while it stands. */
  dueMs(timeUs: number, nowMs: number): number {
    const aheadUs = timeUs - this.#positionUs(nowMs);
    if (aheadUs < 0) return this.#playhead.moving ? nowMs + aheadUs / 1000 / this.rate : Infinity;
    return this.#playhead.whenAt(timeUs / 1e6, nowMs);
  }

  /**
   * Goes on as near to the newest picture as it means to play, from the key frame before it; how many pictures are
   * left out, null when it is that near already.
   */
  skip(nowMs: number): number | null {
    const toS = this.#playhead.reachS - this.targetS;
    if (toS <= this.#playhead.at(nowMs)) return null;
    this.#playhead.jumpTo(toS, nowMs);
    this.#audio.skipTo(toS * 1e6);
    return this.#video.skipTo(toS * 1e6);
  }

  /** The pictures that have to be decoded to show a moment that has been played, in order. */
  pictureAt(seconds: number): readonly EncodedFrame[] {
    return this.#video.groupAt(seconds * 1e6);
  }

  /** Lets go of what was played long ago; up to which second, null when that is not worth it yet. */
  forget(nowMs: number): number | null {
    const oldest = this.#video.frames[0];
    const beforeUs = this.#positionUs(nowMs) - KEPT_US;
    if (!oldest || beforeUs - oldest.timeUs < LET_GO_US) return null;
    this.#video.forget(beforeUs);
    this.#audio.forget(beforeUs);
    const first = this.#video.frames[0];
    return first === oldest || !first ? null : first.timeUs / 1e6;
  }

  /** How far behind the arrivals of pictures sound that is heard needs them to be, ms. */
  #soundWaitMs(): number {
    const { transitMs } = this.#cushion;
    if (!this.#heard || transitMs === null) return 0;
    return Math.min(MAX_SOUND_WAIT_MS, this.#soundCushion.msAfter(transitMs));
  }

  #positionUs(nowMs: number): number {
    return this.#playhead.at(nowMs) * 1e6;
  }

  #setPace(nowMs: number): void {
    const lagS = this.#lagS(nowMs);
    const paced = this.#keepsPace && lagS !== null && lagS < MAX_LAG_S;
    const rate = paced ? this.#rules.paceOf(lagS) : 1;
    if (rate !== this.#playhead.rate) this.#playhead.setRate(rate, nowMs);
  }

  /** How much later it plays than it means to, seconds; null when it does not mean to. */
  #lagS(nowMs: number): number | null {
    const { transitMs } = this.#cushion;
    if (transitMs === null || this.targetS === Infinity) return null;
    return (nowMs - transitMs) / 1000 - this.targetS - this.#playhead.at(nowMs);
  }
}
