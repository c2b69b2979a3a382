import { creditLimit } from '../../model/delivery/credit';
import type { LaneRules } from '../../model/delivery/types';

/**
 * Credit goes out at least this often while the playhead moves, ms of the run's clock: a chunk that waits for it
 * crosses by no more than that too late. Every message costs this process and the reader 0.3 ms, measured...
 */
const SLOWEST_MS = 50;

/** ...and never more often than this, which timers can just keep, ms of wall time. */
const FASTEST_MS = 4;

/** A buffer is topped up before this share of it has been played. */
const SHARE = 1 / 8;

/** Gives a reader credit as the playhead moves: often enough that the lane's buffer never waits for it. */
export class CreditGrants {
  readonly #rules: LaneRules;
  readonly #sourceBytes: number;
  readonly #everyMs: number;
  readonly #playedBytes: () => number;
  readonly #grant: (limitBytes: number) => void;
  #timer: ReturnType<typeof setInterval> | undefined;
  #raisedBytes = 0;

  /** `bytesPerMs` is what playback consumes per millisecond of the run's clock. */
  constructor(options: {
    rules: LaneRules;
    sourceBytes: number;
    bytesPerMs: number;
    speed: number;
    playedBytes: () => number;
    grant: (limitBytes: number) => void;
  }) {
    this.#rules = options.rules;
    this.#sourceBytes = options.sourceBytes;
    this.#playedBytes = options.playedBytes;
    this.#grant = options.grant;
    const shareMs = (options.rules.maxBufferBytes * SHARE) / options.bytesPerMs;
    this.#everyMs = Math.max(FASTEST_MS, Math.min(SLOWEST_MS, shareMs) / options.speed);
  }

  /** The most bytes ahead of the playhead. */
  get maxBufferBytes(): number {
    return this.#rules.maxBufferBytes + this.#raisedBytes;
  }

  /** One chunk more ahead from now on: with what there is, the player cannot move. */
  raise(): void {
    this.#raisedBytes += this.#rules.chunkBytes;
    this.now();
  }

  /** Gives what is due now. */
  now(): void {
    const limit = creditLimit(this, this.#playedBytes(), this.#sourceBytes);
    this.#grant(limit);
    if (limit >= this.#sourceBytes) this.stop();
  }

  /** Gives what is due again and again while the playhead moves. */
  start(): void {
    this.stop();
    this.#timer = setInterval(() => this.now(), this.#everyMs);
    this.now();
  }

  /** The playhead stands: nothing more is due until it moves. */
  stop(): void {
    clearInterval(this.#timer);
  }
}

/** Held back without being able to move for so many reports in a row, a lane is given more room. */
const STARVED_REPORTS = 3;

/** Finds a lane that waits for what its own rules hold back: a file whose index promised more than its player finds. */
export class BufferDeadlock {
  #reports = 0;

  /** Takes in one report; true when it was the last of enough in a row. */
  report(starved: boolean): boolean {
    this.#reports = starved ? this.#reports + 1 : 0;
    if (this.#reports < STARVED_REPORTS) return false;
    this.#reports = 0;
    return true;
  }
}
