import { nextReadBytes, readDueMs, sendLimit } from '../../model/delivery/read-ahead';
import type { LaneRules } from '../../model/delivery/types';
import { arrivalMs, LinkPipe } from '../../model/link/pipe';
import type { ChangingLink } from '../../model/link/changing-link';
import type { FromReader } from '../ipc/lane-port';
import { sourceFailure, type SourceFailure } from './source-failure';
import { MESSAGE_BYTES } from './message-batching';
import type { RunClock } from './run-clock';
import type { Blocks } from './chunk-memory';
import type { SourceMemory } from './source-memory';
import { OneShotTimer } from './one-shot-timer';

/** Small chunks that finish within this much wall time of each other go together in one message, ms. */
const TOGETHER_MS = 4;

/**
 * A read that its chunk's last byte made possible counts from that moment, however late the sender looks, but
 * not from longer ago than this, run ms: a machine that cannot keep up is not to seem to.
 */
const LATE_MS = 200;

/** What a sender works with. */
export interface SenderParts {
  rules: LaneRules;
  /** What is read at a time; the rules for reading count in these. */
  blocks: Blocks;
  link: ChangingLink;
  memory: SourceMemory;
  /** Small chunks may wait for one another; those of a camera may not. */
  together: boolean;
  clock: RunClock;
  /** This process's monotonic clock, ms. */
  wallMs: () => number;
  post: (message: FromReader) => void;
  failed: (failure: SourceFailure, runMs: number) => void;
  /** Throws SourceFailure when the process must not read so many bytes more. */
  mayRead?: ((bytes: number) => void) | undefined;
}

/** Whole chunks that have crossed and are not yet posted, [from, to); `sentMs` is the last one's crossing. */
interface Crossed {
  from: number;
  to: number;
  sentMs: number;
  arriveMs: number;
}

/** A block that has been read: up to which byte, and since when it has been in memory, run ms. */
interface Ready {
  to: number;
  atMs: number;
}

/**
 * Moves a source across the link: reads when the rules and the credit allow it, and posts each chunk once its
 * last byte has crossed. Time is the run's; timers only decide when to look, never how much has crossed. A chunk
 * leaves while it is read, and its last byte not before it has been.
 */
export class LaneSender {
  readonly #parts: SenderParts;
  readonly #pipe: LinkPipe;
  readonly #wake = new OneShotTimer(() => this.turn());
  #creditBytes = 0;
  /** What has been read and not yet posted, and when. */
  readonly #reads: { toBytes: number; atMs: number }[] = [];
  /** Whole chunks that have crossed since the last message. */
  #crossed: Crossed | null = null;
  #postedBytes = 0;
  #postedWallMs = -Infinity;
  #chunkIndex = 0;
  #arriveMs = 0;
  #down = false;
  #heldBack = false;
  /** Up to where the link may carry since the last look. */
  #limitBytes = 0;
  /** Bytes that are being read. */
  #pendingBytes = 0;
  /** Blocks that have been read and not wholly sent, in order. */
  readonly #ready: Ready[] = [];
  /** What had been sent at the last count while the clock ran, bytes. */
  #sentBytes = 0;
  #over = false;

  constructor(parts: SenderParts) {
    this.#parts = parts;
    this.#pipe = new LinkPipe(parts.link);
  }

  /** The reader may have sent this many bytes in all; less than before is ignored. */
  credit(limitBytes: number): void {
    if (limitBytes <= this.#creditBytes) return;
    // What has crossed until now crossed under the credit that there was.
    this.turn();
    this.#creditBytes = limitBytes;
    this.turn();
  }

  /** The link is cut or joined by hand at a run time, ms. */
  cut(down: boolean, runMs: number): void {
    const atMs = Math.min(runMs, this.#nowMs());
    if (this.#isRunning()) this.#cross(atMs);
    this.#pipe.setDown(atMs, down);
    this.#down = down;
    this.turn();
  }

  /** From a run time on, ms, the link carries so many bytes a second. */
  rate(rate: number, runMs: number): void {
    const atMs = Math.min(runMs, this.#nowMs());
    if (this.#isRunning()) this.#cross(atMs);
    this.#parts.link.setRate(runMs, rate);
    this.turn();
  }

  /** The run's clock has just been stopped: everything is brought up to the moment at which it stands. */
  stand(): void {
    if (this.#over) return;
    this.#advance(this.#nowMs());
    this.#count();
    this.turn();
  }

  /** Counts at this moment; `heldBack` since the last time it was asked. */
  counts(): { readBytes: number; heldBytes: number; sentBytes: number; heldBack: boolean } {
    this.turn();
    const heldBack = this.#heldBack;
    const { readBytes, heldBytes } = this.#parts.memory;
    // A read that ends while the clock stands sends nothing.
    if (this.#isRunning()) this.#count();
    this.#heldBack = this.#isRunning() && this.#isHeldBack();
    const sentBytes = this.#sentBytes;
    // A block holds its memory from the moment at which it begins to be filled.
    return { readBytes, heldBytes: heldBytes + this.#pendingBytes, sentBytes, heldBack };
  }

  /** Brings everything up to now: what has crossed is posted, what may be read is read, the next look is set. */
  turn(): void {
    if (this.#over) return;
    const { clock, wallMs } = this.#parts;
    const standsFor = clock.standsFor(wallMs());
    const nowMs = this.#nowMs();
    this.#noteRead(nowMs);
    // Nothing moves while the clock stands, not even on a link without limits.
    if (standsFor > 0) return this.#wake.in(standsFor);
    this.#advance(nowMs);
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

  #isRunning(): boolean {
    const { clock, wallMs } = this.#parts;
    return clock.standsFor(wallMs()) === 0;
  }

  #count(): void {
    this.#sentBytes = Math.min(this.#pipe.sentBytes, this.#parts.memory.readBytes);
  }

  /** Sends and reads what may be sent and read by nowMs. */
  #advance(nowMs: number): void {
    this.#cross(nowMs);
    this.#read(nowMs);
    this.#limitBytes = this.#limit();
    this.#cross(nowMs);
    this.#heldBack ||= this.#isHeldBack();
  }

  #cross(nowMs: number): void {
    const { link, memory } = this.#parts;
    let untilMs = nowMs;
    for (;;) {
      const from = this.#crossed?.to ?? this.#postedBytes;
      const to = memory.chunkEnd(from);
      const carriedMs = to > from && to <= this.#limitBytes ? this.#pipe.wakeMs(to) : Infinity;
      if (to > memory.readBytes) {
        // Its last byte is still being read: how late the link will have waited for it is not known yet.
        untilMs = Math.min(nowMs, carriedMs);
        break;
      }
      const atMs = Math.max(carriedMs, this.#readyMs(to));
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
      this.#read(Math.max(atMs, nowMs - LATE_MS));
    }
    if (this.#isDue()) this.#post();
    this.#pipe.advance(untilMs, this.#limitBytes);
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
    // A read that was noticed late was over when its last byte left.
    const readMs = Math.min(this.#readMs(to) ?? sentMs, sentMs);
    for (const length of memory.lengths(from, to)) {
      const data = memory.take(offset, offset + length);
      post({ type: 'bytes', offset, data, readMs, sentMs, arriveMs });
      offset += length;
    }
    this.#postedBytes = to;
    this.#postedWallMs = wallMs();
    memory.release(to);
    while (this.#ready[0] && this.#ready[0].to <= to) this.#ready.shift();
    if (to === memory.sourceBytes)
      post({ type: 'event', runMs: sentMs, kind: 'sent-all', bytes: to });
  }

  #noteRead(nowMs: number): void {
    const { readBytes } = this.#parts.memory;
    if (readBytes > (this.#reads.at(-1)?.toBytes ?? this.#postedBytes)) {
      this.#reads.push({ toBytes: readBytes, atMs: nowMs });
    }
  }

  /** When the last of so many bytes was read; asked in order. */
  #readMs(bytes: number): number | undefined {
    const reads = this.#reads;
    while (reads[0] && reads[0].toBytes < bytes) reads.shift();
    return reads[0]?.atMs;
  }

  #isHeldBack(): boolean {
    const { link, memory } = this.#parts;
    return (
      !this.#down &&
      this.#creditBytes < memory.sourceBytes &&
      this.#pipe.sentBytes >= this.#creditBytes &&
      link.rateAt(this.#nowMs()) > 0
    );
  }

  /** Up to where the link may carry now: full buffer what has been read, the others what is being read, too. */
  #limit(): number {
    const { memory, rules } = this.#parts;
    const { readBytes, sourceBytes } = memory;
    const suppliedBytes = rules.bufferWhole ? readBytes : readBytes + this.#pendingBytes;
    return sendLimit(rules, {
      readBytes: suppliedBytes,
      creditBytes: this.#creditBytes,
      sourceBytes,
    });
  }

  /** Since when the block that holds the byte before `to` has been in memory, run ms. */
  #readyMs(to: number): number {
    return this.#ready.find((block) => to <= block.to)?.atMs ?? 0;
  }

  /** Begins the next read when there may be one; it became possible at sinceMs of the run's clock. */
  #read(sinceMs: number): void {
    const { memory, rules, blocks } = this.#parts;
    const { sourceBytes } = memory;
    if (this.#pendingBytes > 0 || !memory.hasRoom) return;
    const dueMs = readDueMs(rules, memory.readBytes);
    if (dueMs > this.#nowMs()) return;
    const bytes = nextReadBytes(
      {
        readsOn: rules.readsOn,
        bufferWhole: rules.bufferWhole,
        chunkBytes: blocks.bytes,
        readAheadChunks: blocks.count - 1,
      },
      {
        readBytes: memory.readBytes,
        sentBytes: this.#postedBytes,
        sourceBytes,
        creditBytes: this.#creditBytes,
      },
    );
    if (bytes === 0) return;
    try {
      this.#parts.mayRead?.(bytes);
    } catch (error) {
      return this.#fail(error);
    }
    if (memory.readBytes === 0) this.#tell('read-start', 0);
    const beganMs = this.#nowMs();
    this.#pendingBytes = bytes;
    this.#limitBytes = this.#limit();
    memory.read(bytes).then(
      () => {
        this.#pendingBytes = 0;
        const atMs = Math.max(sinceMs, dueMs) + this.#nowMs() - beganMs;
        this.#ready.push({ to: memory.readBytes, atMs });
        if (memory.readBytes === sourceBytes) this.#tell('read-end', sourceBytes);
        this.turn();
      },
      (error: unknown) => this.#fail(error),
    );
  }

  #fail(error: unknown): void {
    this.stop();
    this.#parts.failed(sourceFailure(error), this.#nowMs());
  }

  /** When a reader with a rate of its own reads on, run ms; Infinity for one that waits. */
  get #nextReadMs(): number {
    const { rules, memory } = this.#parts;
    const reads = rules.readsOn && this.#pendingBytes === 0;
    return reads && memory.readBytes < memory.sourceBytes
      ? readDueMs(rules, memory.readBytes)
      : Infinity;
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
    const crossMs = goesOn ? this.#pipe.wakeMs(to) : Infinity;
    const next = clock.wallUntil(Math.min(crossMs, this.#nextReadMs), now);
    const together = this.#postedWallMs + TOGETHER_MS - now;
    if (this.#crossed) this.#wake.in(Math.max(together, 0));
    else this.#wake.in(waits ? Math.max(next, together) : next);
  }
}
