import type { Link } from './types';

/** A thousandth of a byte: what rounding may take from the integral of a link, and never a byte. */
const ROUNDING = 1e-3;

/**
 * What one sender gets across a link. Times must not fall. Between two moments at which something
 * held it back, all is one integral from the first of them, so that it makes no difference how often
 * or how late it is asked.
 */
export class LinkPipe {
  readonly #link: Link;
  #nowMs: number;
  /** From here on (time and bytes) nothing but the link has limited sending. */
  #anchorMs: number;
  #anchorBytes = 0;
  #sentBytes = 0;
  #limitBytes = 0;
  #down = false;

  /** Sending may begin at startMs. */
  constructor(link: Link, startMs = 0) {
    this.#link = link;
    this.#nowMs = startMs;
    this.#anchorMs = startMs;
  }

  /** Whole bytes that have crossed. */
  get sentBytes(): number {
    return this.#sentBytes;
  }

  /** Goes on to nowMs under the limit as it was since the last call; returns the bytes sent in all. */
  advance(nowMs: number, limitBytes: number): number {
    const now = Math.max(nowMs, this.#nowMs);
    const limit = Math.max(Math.floor(limitBytes), this.#sentBytes);
    const carried = this.#carriedBytes(now);
    if (carried >= limit) {
      this.#anchorMs = now;
      this.#anchorBytes = limit;
      this.#sentBytes = limit;
    } else {
      this.#sentBytes = Math.max(this.#sentBytes, Math.floor(carried + ROUNDING));
    }
    this.#nowMs = now;
    this.#limitBytes = limit;
    return this.#sentBytes;
  }

  /** The hand cuts the link or joins it at nowMs; up to then the limit of the last advance holds. */
  setDown(nowMs: number, down: boolean): void {
    this.advance(nowMs, this.#limitBytes);
    if (down === this.#down) return;
    this.#anchorBytes = Math.min(this.#carriedBytes(this.#nowMs), this.#limitBytes);
    this.#anchorMs = this.#nowMs;
    this.#down = down;
  }

  /** The earliest time, not before the last one, at which targetBytes have crossed if no limit binds; Infinity if never. */
  wakeMs(targetBytes: number): number {
    if (targetBytes <= this.#sentBytes) return this.#nowMs;
    if (this.#down) return Infinity;
    const missing = targetBytes - this.#anchorBytes;
    let tMs = Math.max(this.#nowMs, this.#link.timeToCarry(this.#anchorMs, missing));
    // A late time is too coarse for its byte: the next one that can be told apart has carried it.
    while (tMs !== Infinity && this.#carriedBytes(tMs) + ROUNDING < targetBytes) {
      tMs += Math.max(tMs, 1) * Number.EPSILON;
    }
    return tMs;
  }

  #carriedBytes(nowMs: number): number {
    return this.#down
      ? this.#anchorBytes
      : this.#anchorBytes + this.#link.capacity(this.#anchorMs, nowMs);
  }
}
