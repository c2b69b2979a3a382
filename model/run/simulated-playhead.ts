import { STALL_BELOW_S } from '../delivery/player-machine';
import type { IndexPoint, SourceShape } from '../media/types';
import { durationOf, playableSecondsOf } from '../media/source';

/** How far past a limit an event is placed, so that it has been reached in spite of rounding: ms. */
const PAST_MS = 1e-5;

/** A playhead that moves evenly while it runs, and the media that it can play, on a virtual clock. */
export class SimulatedPlayhead {
  readonly #source: SourceShape;
  readonly #durationS: number;
  #positionS = 0;
  #playedBytes = 0;
  #evenBytes = 0;
  /** Playable up to here, seconds. */
  #playableToS = 0;
  #sinceMs = 0;
  #sinceS = 0;
  /** The stretch of the index on which it is: from its last point, so many bytes a second. */
  #point: IndexPoint = { bytes: 0, seconds: 0 };
  #nextPoint = 0;
  #bytesPerS = 0;
  running = false;

  constructor(source: SourceShape) {
    this.#source = source;
    this.#durationS = durationOf(source);
    this.#passPoints();
    this.#playedBytes = this.#point.bytes;
    this.#evenBytes = this.#playedBytes;
    this.received(0);
  }

  get positionS(): number {
    return this.#positionS;
  }

  /** Bytes behind the playhead; not whole: the index is linear between its points. */
  get playedBytes(): number {
    return this.#playedBytes;
  }

  /**
   * The same at the end of the stretch of the index on which the last move began: up to there they
   * have grown evenly. Behind it the pace is another, or there are bytes without a second of their own.
   */
  get evenBytes(): number {
    return this.#evenBytes;
  }

  /** Bytes that the playhead passes in a millisecond, until the next point of the index; 0 while it stands. */
  get bytesPerMs(): number {
    return this.running ? this.#bytesPerS / 1000 : 0;
  }

  get playableS(): number {
    return this.#playableAt(this.#positionS);
  }

  /** Playable seconds ahead at a moment since the last move, had nothing arrived since. */
  playableSAt(tMs: number): number {
    return this.#playableAt(this.#positionAt(tMs));
  }

  get atEnd(): boolean {
    return this.#positionS >= this.#durationS;
  }

  /** Since when it has been running, ms. */
  get sinceMs(): number {
    return this.#sinceMs;
  }

  /** So many bytes are there now; all of them make all playable, whatever the index says. */
  received(bytes: number): void {
    const complete = bytes >= this.#source.deliveredBytes;
    this.#playableToS = complete ? this.#durationS : playableSecondsOf(this.#source, bytes);
  }

  start(nowMs: number): void {
    this.running = true;
    this.#sinceMs = nowMs;
    this.#sinceS = this.#positionS;
  }

  /** Goes on to nowMs, never beyond what is playable. */
  moveTo(nowMs: number): void {
    this.#evenBytes = this.#playedBytes;
    if (!this.running) return;
    this.#positionS = this.#positionAt(nowMs);
    const next = this.#source.index[this.#nextPoint];
    const passes = next !== undefined && next.seconds <= this.#positionS;
    if (passes) this.#passPoints();
    this.#playedBytes =
      this.#point.bytes + this.#bytesPerS * (this.#positionS - this.#point.seconds);
    this.#evenBytes = passes ? next.bytes : this.#playedBytes;
  }

  /** When it comes to the end of what is playable if nothing arrives: the stall, or (complete) the end. */
  dryMs(complete: boolean): number {
    if (!this.running) return Infinity;
    return this.#timeOf(this.#playableToS - (complete ? 0 : STALL_BELOW_S)) + PAST_MS;
  }

  /** When it will have played bytes that lie before the next point of the index; Infinity when they do not. */
  playedMs(bytes: number): number {
    const next = this.#source.index[this.#nextPoint];
    if (!this.running || !next || next.bytes < bytes) return Infinity;
    const aheadBytes = Math.max(0, bytes - this.#point.bytes);
    const aheadS = aheadBytes > 0 ? aheadBytes / this.#bytesPerS : 0;
    return this.#timeOf(this.#point.seconds + aheadS) + PAST_MS;
  }

  /** When it passes the next point of the index, where bytes per second change. */
  pointMs(): number {
    const point = this.#source.index[this.#nextPoint];
    return this.running && point ? this.#timeOf(point.seconds) + PAST_MS : Infinity;
  }

  #playableAt(positionS: number): number {
    return Math.max(0, this.#playableToS - positionS);
  }

  #positionAt(tMs: number): number {
    if (!this.running) return this.#positionS;
    const dueS = this.#sinceS + (tMs - this.#sinceMs) / 1000;
    return Math.max(this.#positionS, Math.min(dueS, this.#playableToS));
  }

  #passPoints(): void {
    const { index } = this.#source;
    let next = index[this.#nextPoint];
    while (next && next.seconds <= this.#positionS) {
      this.#point = next;
      next = index[++this.#nextPoint];
    }
    const { bytes, seconds } = this.#point;
    this.#bytesPerS = next ? (next.bytes - bytes) / (next.seconds - seconds) : 0;
  }

  #timeOf(seconds: number): number {
    return this.#sinceMs + (seconds - this.#sinceS) * 1000;
  }
}
