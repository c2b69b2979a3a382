import { nextReadBytes, sendLimit } from '../../model/delivery/supply';
import type { LaneRules } from '../../model/delivery/types';
import { arrivalMs } from '../../model/link/arrival';
import { LinkPipe } from '../../model/link/pipe';
import type { Link } from '../../model/link/types';
import type { FromReader } from '../ipc/lane-port';
import { sourceFailure, type SourceFailure } from './source-failure';
import { MESSAGE_BYTES, pieces } from './pieces';
import type { RunClock } from './run-clock';
import type { SourceMemory } from './source-memory';
import { Wake } from './wake';

/** Timers are not finer than this, ms of wall time: small chunks that finish within it go together. */
const FINEST_MS = 4;

/** What a sender works with. */
export interface SenderParts {
  rules: LaneRules;
  sourceBytes: number;
  /** Bytes read at a time; the rules for reading count in these. */
  blockBytes: number;
  link: Link;
  memory: SourceMemory;
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
  readonly #wake = new Wake(() => this.turn());
  #creditBytes = 0;
  #limitBytes = 0;
  #postedBytes = 0;
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
    const atMs = Math.min(runMs, this.#nowMs());
    this.#cross(atMs);
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
    const { memory, rules, sourceBytes, clock } = this.#parts;
    const nowMs = this.#nowMs();
    this.#cross(nowMs);
    this.#limitBytes = sendLimit(rules, {
      readBytes: memory.readBytes,
      creditBytes: this.#creditBytes,
      sourceBytes,
    });
    if (!clock.running) return this.#wake.cancel();
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

  /** Where the chunk on the link ends. */
  #chunkEnd(from: number): number {
    return Math.min(from + this.#parts.rules.chunkBytes, this.#parts.sourceBytes);
  }

  #cross(nowMs: number): void {
    const { link, memory } = this.#parts;
    let crossed = null as Crossed | null;
    for (;;) {
      const from: number = crossed?.to ?? this.#postedBytes;
      const to = this.#chunkEnd(from);
      const atMs = to > from && to <= this.#limitBytes ? this.#pipe.wakeMs(to) : Infinity;
      if (atMs > nowMs) break;
      this.#pipe.advance(atMs, this.#limitBytes);
      this.#arriveMs = arrivalMs(link, this.#chunkIndex++, atMs, this.#arriveMs);
      crossed = { from: crossed?.from ?? from, to, sentMs: atMs, arriveMs: this.#arriveMs };
      if (to >= memory.reachOf(from) || to - crossed.from >= MESSAGE_BYTES) {
        this.#post(crossed);
        crossed = null;
      }
    }
    if (crossed) this.#post(crossed);
    this.#pipe.advance(nowMs, this.#limitBytes);
  }

  #post({ from, to, sentMs, arriveMs }: Crossed): void {
    const { memory, rules, post, sourceBytes } = this.#parts;
    let offset = from;
    for (const length of pieces(from, to, rules.chunkBytes)) {
      const data = memory.take(offset, offset + length);
      const chunks = Math.ceil(length / rules.chunkBytes);
      post({ type: 'bytes', offset, chunks, data, sentMs, arriveMs });
      offset += length;
    }
    this.#postedBytes = to;
    memory.release(to);
    if (to === sourceBytes) post({ type: 'event', runMs: sentMs, kind: 'sent-all', bytes: to });
  }

  #isHeldBack(): boolean {
    const { link, sourceBytes, clock } = this.#parts;
    return (
      clock.running &&
      !this.#down &&
      this.#creditBytes < sourceBytes &&
      this.#pipe.sentBytes >= this.#creditBytes &&
      link.rateAt(this.#nowMs()) > 0
    );
  }

  #read(): void {
    const { memory, rules, sourceBytes, blockBytes } = this.#parts;
    if (this.#reading || !memory.hasRoom) return;
    const bytes = nextReadBytes(
      { readsWhole: rules.readsWhole, chunkBytes: blockBytes },
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
    const { clock, wallMs, rules } = this.#parts;
    const to = this.#chunkEnd(this.#postedBytes);
    if (to > this.#limitBytes || to === this.#postedBytes) return this.#wake.cancel();
    const wait = clock.wallUntil(this.#pipe.wakeMs(to), wallMs());
    this.#wake.in(rules.chunkBytes < MESSAGE_BYTES / 16 ? Math.max(wait, FINEST_MS) : wait);
  }
}
