import { STALL_BELOW_S } from '../delivery/player-machine';
import { bytesAt, bytesBetween, secondsBetween } from '../media/index-map';
import { durationOf, playableSecondsOf, type SourceShape } from '../media/source';

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
  #nextPoint = 1;
  running = false;

  constructor(source: SourceShape) {
    this.#source = source;
    this.#durationS = durationOf(source);
    this.#playedBytes = bytesAt(source.index, 0);
    this.#evenBytes = this.#playedBytes;
    this.#passPoints();
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
    const { index } = this.#source;
    const low = index[this.#nextPoint - 1];
    const high = index[this.#nextPoint];
    if (!this.running || !low || !high) return 0;
    return (high.bytes - low.bytes) / ((high.seconds - low.seconds) * 1000);
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
    this.#passPoints();
    this.#playedBytes = bytesBetween(this.#source.index, this.#nextPoint - 1, this.#positionS);
    this.#evenBytes = next && next.seconds <= this.#positionS ? next.bytes : this.#playedBytes;
  }

  /** When it comes to the end of what is playable if nothing arrives: the stall, or (complete) the end. */
  dryMs(complete: boolean): number {
    if (!this.running) return Infinity;
    return this.#timeOf(this.#playableToS - (complete ? 0 : STALL_BELOW_S)) + PAST_MS;
  }

  /** When it will have played bytes that lie before the next point of the index; Infinity when they do not. */
  playedMs(bytes: number): number {
    const { index } = this.#source;
    const point = index[this.#nextPoint];
    if (!this.running || !point || point.bytes < bytes) return Infinity;
    return this.#timeOf(secondsBetween(index, this.#nextPoint - 1, bytes)) + PAST_MS;
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
    while ((index[this.#nextPoint]?.seconds ?? Infinity) <= this.#positionS) this.#nextPoint++;
  }

  #timeOf(seconds: number): number {
    return this.#sinceMs + (seconds - this.#sinceS) * 1000;
  }
}
