import type { Link } from './types';
/** A thousandth of a byte: what rounding may take from the integral of a link, and never a byte. */
const ROUNDING = 1e-3;

/** From this moment on, with so many bytes behind it, nothing but the link has limited sending. */
interface Anchor {
  readonly ms: number;
  readonly bytes: number;
}

/**
 * What one sender gets across a link. Times must not fall. Between two moments at which something
 * held it back, all is one integral from the first of them, so that it makes no difference how often
 * or how late it is asked.
 */
export class LinkPipe {
  readonly #link: Link;
  #nowMs: number;
  #anchor: Anchor;
  #sentBytes = 0;
  #limitBytes = 0;
  #down = false;

  /** Sending may begin at startMs. */
  constructor(link: Link, startMs = 0) {
    this.#link = link;
    this.#nowMs = startMs;
    this.#anchor = { ms: startMs, bytes: 0 };
  }

  /** Whole bytes that have crossed. */
  get sentBytes(): number {
    return this.#sentBytes;
  }

  /** Since when nothing but the link has limited sending, ms. */
  get freeSinceMs(): number {
    return this.#anchor.ms;
  }

  /** Goes on to nowMs under the limit as it was since the last call; returns the bytes sent in all. */
  advance(nowMs: number, limitBytes: number): number {
    const now = Math.max(nowMs, this.#nowMs);
    const limit = Math.max(Math.floor(limitBytes), this.#sentBytes);
    const carried = this.#carriedBytes(now);
    if (carried >= limit) {
      this.#anchor = { ms: now, bytes: limit };
      this.#sentBytes = limit;
    } else {
      this.#sentBytes = Math.max(this.#sentBytes, Math.floor(carried + ROUNDING));
    }
    this.#nowMs = now;
    this.#limitBytes = limit;
    return this.#sentBytes;
  }

  /**
   * Goes on to nowMs under a limit that has risen evenly, from that of the last call to limitBytes now
   * (of which the fraction counts); returns the bytes sent in all.
   */
  advanceRising(nowMs: number, limitBytes: number): number {
    const now = Math.max(nowMs, this.#nowMs);
    const limit = Math.max(limitBytes, this.#limitBytes);
    const spanMs = now - this.#nowMs;
    const perMs = spanMs > 0 ? (limit - this.#limitBytes) / spanMs : 0;
    let carried = this.#carriedBytes(now);
    if (carried > this.#limitBytes) {
      this.#anchor = this.#anchorBehind(now, perMs);
      carried = this.#carriedBytes(now);
    }
    this.#nowMs = now;
    this.#limitBytes = limit;
    const crossed = Math.floor(Math.min(carried, limit) + ROUNDING);
    this.#sentBytes = Math.max(this.#sentBytes, crossed);
    return this.#sentBytes;
  }

  /** The hand cuts the link or joins it at nowMs; up to then the limit of the last advance holds. */
  setDown(nowMs: number, down: boolean): void {
    this.advance(nowMs, this.#limitBytes);
    if (down === this.#down) return;
    const bytes = Math.min(this.#carriedBytes(this.#nowMs), this.#limitBytes);
    this.#anchor = { ms: this.#nowMs, bytes };
    this.#down = down;
  }

  /** The earliest time, not before the last one, at which targetBytes have crossed if no limit binds; Infinity if never. */
  wakeMs(targetBytes: number): number {
    return this.#crossedMs(targetBytes, this.#anchor);
  }

  /** The same when the limit of the last advance rises by `perMs` bytes a millisecond from then on. */
  wakeRisingMs(targetBytes: number, perMs: number): number {
    const missing = targetBytes - this.#limitBytes;
    if (missing <= 0) return this.wakeMs(targetBytes);
    if (perMs === 0) return Infinity;
    const allowedMs = this.#nowMs + missing / perMs;
    const held = this.#carriedBytes(allowedMs) > this.#limitBytes;
    const anchor = held ? this.#anchorBehind(allowedMs, perMs) : this.#anchor;
    return Math.max(allowedMs, this.#crossedMs(targetBytes, anchor));
  }

  #crossedMs(targetBytes: number, anchor: Anchor): number {
    if (targetBytes <= this.#sentBytes) return this.#nowMs;
    if (this.#down) return Infinity;
    const missing = targetBytes - anchor.bytes;
    let tMs = Math.max(this.#nowMs, this.#link.timeToCarry(anchor.ms, missing));
    // A late time is too coarse for its byte: the next one that can be told apart has carried it.
    while (tMs !== Infinity && this.#carriedBytes(tMs, anchor) + ROUNDING < targetBytes) {
      tMs += Math.max(tMs, 1) * Number.EPSILON;
    }
    return tMs;
  }

  /**
   * The anchor once the limit has risen by `perMs` bytes a millisecond up to a time by which the link
   * could carry more than the limit that it began with. What has crossed is the least, over all moments, of the limit at that moment and what the link can carry from then
   * on; where that moment lies behind the anchor, it is the new one.
   */
  #anchorBehind(untilMs: number, perMs: number): Anchor {
    const ms = this.#link.tightestMs(this.#nowMs, untilMs, perMs);
    const bytes = this.#limitBytes + perMs * (ms - this.#nowMs);
    return this.#carriedBytes(ms) < bytes ? this.#anchor : { ms, bytes };
  }

  #carriedBytes(nowMs: number, anchor = this.#anchor): number {
    return this.#down ? anchor.bytes : anchor.bytes + this.#link.capacity(anchor.ms, nowMs);
  }
}

/**
 * When a chunk that has crossed at sentMs arrives, ms: delayed as its own index says, but never
 * before the chunk ahead of it (previousMs), for a stream keeps its order.
 */
export function arrivalMs(
  link: Link,
  chunkIndex: number,
  sentMs: number,
  previousMs: number,
): number {
  return Math.max(previousMs, sentMs + link.delayMs(chunkIndex));
}
