import { STALL_BELOW_S } from '../delivery/player-machine';
import { bytesAt, bytesBetween, secondsAt } from '../media/index-map';
import { durationOf, playableSecondsOf, type SourceShape } from '../media/source';

/** How far past a limit an event is placed, so that it has been reached in spite of rounding: ms. */
const PAST_MS = 1e-5;

/** A playhead that moves evenly while it runs, and the media that it can play, on a virtual clock. */
export class SimulatedPlayhead {
  readonly #source: SourceShape;
  readonly #durationS: number;
  #positionS = 0;
  #playedBytes = 0;
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
    this.received(0);
  }

  get positionS(): number {
    return this.#positionS;
  }

  /** Bytes behind the playhead; not whole: the index is linear between its points. */
  get playedBytes(): number {
    return this.#playedBytes;
  }

  get playableS(): number {
    return Math.max(0, this.#playableToS - this.#positionS);
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
    if (!this.running) return;
    const dueS = this.#sinceS + (nowMs - this.#sinceMs) / 1000;
    this.#positionS = Math.max(this.#positionS, Math.min(dueS, this.#playableToS));
    const { index } = this.#source;
    while ((index[this.#nextPoint]?.seconds ?? Infinity) <= this.#positionS) this.#nextPoint++;
    this.#playedBytes = bytesBetween(index, this.#nextPoint - 1, this.#positionS);
  }

  /** When it comes to the end of what is playable if nothing arrives: the stall, or (complete) the end. */
  dryMs(complete: boolean): number {
    if (!this.running) return Infinity;
    return this.#timeOf(this.#playableToS - (complete ? 0 : STALL_BELOW_S)) + PAST_MS;
  }

  /** When it will have played this many bytes; Infinity while it stands. */
  playedMs(bytes: number): number {
    if (!this.running) return Infinity;
    return this.#timeOf(secondsAt(this.#source.index, bytes)) + PAST_MS;
  }

  /** When it passes the next point of the index, where bytes per second change. */
  pointMs(): number {
    const point = this.#source.index[this.#nextPoint];
    return this.running && point ? this.#timeOf(point.seconds) + PAST_MS : Infinity;
  }

  #timeOf(seconds: number): number {
    return this.#sinceMs + (seconds - this.#sinceS) * 1000;
  }
}
