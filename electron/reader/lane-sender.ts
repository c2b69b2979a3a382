import { nextReadBytes, sendLimit } from '../../model/delivery/read-ahead';
import type { LaneRules } from '../../model/delivery/types';
import { arrivalMs, LinkPipe } from '../../model/link/pipe';
import type { Link } from '../../model/link/types';
import type { FromReader } from '../ipc/lane-port';
import { sourceFailure, type SourceFailure } from './source-failure';
import { MESSAGE_BYTES } from './message-batching';
import type { RunClock } from './run-clock';
import type { SourceMemory } from './source-memory';
import { OneShotTimer } from './one-shot-timer';

/** Small chunks that finish within this much wall time of each other go together in one message, ms. */
const TOGETHER_MS = 4;

/** What a sender works with. */
export interface SenderParts {
  rules: LaneRules;
  /** Bytes read at a time; the rules for reading count in these. */
  blockBytes: number;
  link: Link;
  memory: SourceMemory;
  /** Small chunks may wait for one another; those of a camera may not. */
  together: boolean;
  clock: RunClock;
  /** This process's monotonic clock, ms. */
  wallMs: () => number;
  post: (message: FromReader) => void;
  failed: (failure: SourceFailure, runMs: number) => void;
}

/** Whole chunks that have crossed and are not yet posted, [from, to); `sentMs` is the last one's crossing. */
interface Crossed {
  from: number;
  to: number;
  sentMs: number;
  arriveMs: number;
}

/**
 * Moves a source across the link: reads when the rules and the credit allow it, and posts each chunk once its
 * last byte has crossed. Time is the run's; timers only decide when to look, never how much has crossed.
 */
export class LaneSender {
  readonly #parts: SenderParts;
  readonly #pipe: LinkPipe;
  readonly #wake = new OneShotTimer(() => this.turn());
  #creditBytes = 0;
  #limitBytes = 0;
  /** Whole chunks that have crossed since the last message. */
  #crossed: Crossed | null = null;
  #postedBytes = 0;
  #postedWallMs = -Infinity;
  #chunkIndex = 0;
  #arriveMs = 0;
  #down = false;
  #heldBack = false;
  #reading = false;
  #over = false;

  constructor(parts: SenderParts) {
    this.#parts = parts;
    this.#pipe = new LinkPipe(parts.link);
  }

  /** The reader may have sent this many bytes in all; less than before is ignored. */
  credit(limitBytes: number): void {
    this.#creditBytes = Math.max(this.#creditBytes, limitBytes);
    this.turn();
  }

  /** The link is cut or joined by hand at a run time, ms. */
  cut(down: boolean, runMs: number): void {
    const { clock, wallMs } = this.#parts;
    const atMs = Math.min(runMs, this.#nowMs());
    if (clock.standsFor(wallMs()) === 0) this.#cross(atMs);
    this.#pipe.setDown(atMs, down);
    this.#down = down;
    this.turn();
  }

  /** Counts at this moment; `heldBack` since the last time it was asked. */
  counts(): { readBytes: number; heldBytes: number; sentBytes: number; heldBack: boolean } {
    this.turn();
    const heldBack = this.#heldBack;
    this.#heldBack = this.#isHeldBack();
    const { readBytes, heldBytes } = this.#parts.memory;
    return { readBytes, heldBytes, sentBytes: this.#pipe.sentBytes, heldBack };
  }

  /** Brings everything up to now: what has crossed is posted, what may be read is read, the next look is set. */
  turn(): void {
    if (this.#over) return;
    const { memory, rules, clock, wallMs } = this.#parts;
    const standsFor = clock.standsFor(wallMs());
    const nowMs = this.#nowMs();
    // Nothing moves while the clock stands, not even on a link without limits.
    if (standsFor === 0) this.#cross(nowMs);
    this.#limitBytes = sendLimit(rules, {
      readBytes: memory.readBytes,
      creditBytes: this.#creditBytes,
      sourceBytes: memory.sourceBytes,
    });
    if (standsFor > 0) return this.#wake.in(standsFor);
    // Reading goes on while the next lines post, which takes as long.
    this.#read();
    this.#cross(nowMs);
    this.#read();
    this.#heldBack ||= this.#isHeldBack();
    this.#sleep();
  }

  /** Nothing is read or posted any more. */
  stop(): void {
    this.#over = true;
    this.#wake.cancel();
  }

  #nowMs(): number {
    return this.#parts.clock.nowMs(this.#parts.wallMs());
  }

  #cross(nowMs: number): void {
    const { link, memory } = this.#parts;
    for (;;) {
      const from = this.#crossed?.to ?? this.#postedBytes;
      const to = memory.chunkEnd(from);
      const atMs = to > from && to <= this.#limitBytes ? this.#pipe.wakeMs(to) : Infinity;
      if (atMs > nowMs) break;
      this.#pipe.advance(atMs, this.#limitBytes);
      this.#arriveMs = arrivalMs(link, this.#chunkIndex++, atMs, this.#arriveMs);
      this.#crossed = {
        from: this.#crossed?.from ?? from,
        to,
        sentMs: atMs,
        arriveMs: this.#arriveMs,
      };
      const full = to >= memory.reachOf(from) || to - this.#crossed.from >= MESSAGE_BYTES;
      if (full || this.#isDue()) this.#post();
    }
    if (this.#isDue()) this.#post();
    this.#pipe.advance(nowMs, this.#limitBytes);
  }

  /** True when what has crossed need not wait for more to go with it. */
  #isDue(): boolean {
    const { together, wallMs } = this.#parts;
    return !together || wallMs() - this.#postedWallMs >= TOGETHER_MS;
  }

  #post(): void {
    if (!this.#crossed) return;
    const { from, to, sentMs, arriveMs } = this.#crossed;
    const { memory, post, wallMs } = this.#parts;
    this.#crossed = null;
    let offset = from;
    for (const length of memory.lengths(from, to)) {
      const data = memory.take(offset, offset + length);
      post({ type: 'bytes', offset, data, sentMs, arriveMs });
      offset += length;
    }
    this.#postedBytes = to;
    this.#postedWallMs = wallMs();
    memory.release(to);
    if (to === memory.sourceBytes)
      post({ type: 'event', runMs: sentMs, kind: 'sent-all', bytes: to });
  }

  #isHeldBack(): boolean {
    const { link, memory, clock, wallMs } = this.#parts;
    return (
      clock.standsFor(wallMs()) === 0 &&
      !this.#down &&
      this.#creditBytes < memory.sourceBytes &&
      this.#pipe.sentBytes >= this.#creditBytes &&
      link.rateAt(this.#nowMs()) > 0
    );
  }

  #read(): void {
    const { memory, rules, blockBytes } = this.#parts;
    const { sourceBytes } = memory;
    if (this.#reading || !memory.hasRoom) return;
    const bytes = nextReadBytes(
      { bufferWhole: rules.bufferWhole, chunkBytes: blockBytes },
      {
        readBytes: memory.readBytes,
        sentBytes: this.#pipe.sentBytes,
        sourceBytes,
        creditBytes: this.#creditBytes,
      },
    );
    if (bytes === 0) return;
    if (memory.readBytes === 0) this.#tell('read-start', 0);
    this.#reading = true;
    memory.read(bytes).then(
      () => {
        this.#reading = false;
        if (memory.readBytes === sourceBytes) this.#tell('read-end', sourceBytes);
        this.turn();
      },
      (error: unknown) => {
        this.stop();
        this.#parts.failed(sourceFailure(error), this.#nowMs());
      },
    );
  }

  #tell(kind: 'read-start' | 'read-end', bytes: number): void {
    this.#parts.post({ type: 'event', runMs: this.#nowMs(), kind, bytes });
  }

  #sleep(): void {
    const { clock, wallMs, memory, together: waits } = this.#parts;
    const now = wallMs();
    const from = this.#crossed?.to ?? this.#postedBytes;
    const to = memory.chunkEnd(from);
    // Behind the last chunk, or without credit, there is nothing to wake for.
    const goesOn = to > from && to <= this.#limitBytes;
    const next = goesOn ? clock.wallUntil(this.#pipe.wakeMs(to), now) : Infinity;
    const together = this.#postedWallMs + TOGETHER_MS - now;
    if (this.#crossed) this.#wake.in(Math.max(together, 0));
    else this.#wake.in(waits ? Math.max(next, together) : next);
  }
}
