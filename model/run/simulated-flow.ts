import { creditEdge, creditLimit } from '../delivery/credit';
import { nextReadBytes, readDueMs, sendLimit } from '../delivery/read-ahead';
import type { LaneRules } from '../delivery/types';
import { arrivalMs, LinkPipe } from '../link/pipe';
import type { Link } from '../link/types';
import type { RunRecorder } from './recorder';
import type { RunEvent } from './schema';
import type { SimulatedPlayhead } from './simulated-playhead';

/** A chunk that has crossed the link, and when it arrives. */
interface Arrival {
  endBytes: number;
  atMs: number;
  /** When its last byte had been read, and had crossed. */
  readMs: number;
  sentMs: number;
}

/** So many arrivals may lie behind before their list is cut: cutting takes time. */
const ARRIVED_KEPT = 64;

/** What a flow is given. */
export interface SimulatedFlowOptions {
  rules: LaneRules;
  link: Link;
  sourceBytes: number;
  /** What the reader's process takes at rest, bytes. */
  restBytes: number;
  /** Hears of each step, with its bytes in all. */
  event: (kind: RunEvent['kind'], bytes: number) => void;
  /** Hears of each chunk with its times; null when nobody wants them. */
  arrived: RunRecorder['arrived'] | null;
}

/**
 * Reader, link and arrivals of one lane on a virtual clock that goes from event to event. Between
 * two events the playhead has one pace and credit grows as evenly, or credit does not limit sending;
 * the rate of the link may change as often as it will.
 */
export class SimulatedFlow {
  readonly #options: SimulatedFlowOptions;
  readonly #pipe: LinkPipe;
  /** Chunks that have crossed, in order; the first `#arrived` of them have arrived. */
  readonly #crossings: Arrival[] = [];
  #arrived = 0;
  /** What has been read and has not crossed, and since when; empty where nobody wants times. */
  readonly #reads: { toBytes: number; atMs: number }[] = [];
  #lastArrivalMs = 0;
  /** When the link has its next say: a chunk crosses, or credit changes its pace; NaN until asked. */
  #linkMs = NaN;
  /** What the supply rules are asked about; one object, kept up to date. */
  readonly #supply = { readBytes: 0, sentBytes: 0, sourceBytes: 0, creditBytes: 0 };
  #crossedBytes = 0;
  #receivedBytes = 0;
  #peakHeldBytes = 0;
  #capped = false;

  constructor(options: SimulatedFlowOptions) {
    this.#options = options;
    this.#pipe = new LinkPipe(options.link);
    this.#supply.sourceBytes = options.sourceBytes;
  }

  get readBytes(): number {
    return this.#supply.readBytes;
  }

  get sentBytes(): number {
    return this.#supply.sentBytes;
  }

  get receivedBytes(): number {
    return this.#receivedBytes;
  }

  get complete(): boolean {
    return this.#receivedBytes === this.#options.sourceBytes;
  }

  /** Bytes in the reader's memory: full buffer keeps its one Buffer, the others what has not wholly crossed. */
  get heldBytes(): number {
    return this.readBytes - (this.#options.rules.bufferWhole ? 0 : this.#crossedBytes);
  }

  /** The reader has come to its cap: it reads and sends no more. */
  get capped(): boolean {
    return this.#capped;
  }

  get peakHeldBytes(): number {
    return this.#peakHeldBytes;
  }

  /**
   * Goes on to nowMs, where the playhead is. Before the link has its next say nothing crosses it: what it has
   * carried is then left open, for working it out takes longer than all the rest.
   */
  moveTo(nowMs: number, playhead: SimulatedPlayhead): void {
    if (nowMs < this.#linkMs && nowMs < this.#nextReadMs) {
      this.#grant(playhead);
      this.#read(nowMs);
    } else {
      this.carryTo(nowMs, playhead);
    }
    this.#arrive(nowMs);
  }

  /** Works out what the link has carried by nowMs, where the playhead is; needed before its pace changes. */
  carryTo(nowMs: number, playhead: SimulatedPlayhead): void {
    const { rules } = this.#options;
    const { evenBytes, playedBytes } = playhead;
    const supply = this.#supply;
    let carriedBytes = this.#pipe.advanceRising(nowMs, this.#edge(evenBytes));
    if (evenBytes < playedBytes) {
      carriedBytes = this.#pipe.advanceRising(nowMs, this.#edge(playedBytes));
    }
    this.#grant(playhead);
    this.#linkMs = NaN;
    // Reading takes no time: what has gone makes room to read on, and that may go at the same moment.
    do {
      this.#read(nowMs);
      // The link may carry what has been read from this moment on, and not before.
      if (rules.readsOn) carriedBytes = this.#pipe.advanceRising(nowMs, this.#edge(playedBytes));
      supply.sentBytes = Math.min(carriedBytes, sendLimit(rules, supply));
      this.#cross(nowMs);
    } while (this.#nextRead(nowMs) > 0);
  }

  /** Up to where the link may carry: what credit allows, and of a reader with a rate of its own what it has read. */
  #edge(playedBytes: number): number {
    const { rules } = this.#options;
    const edge = creditEdge(rules, playedBytes);
    return rules.readsOn ? Math.min(edge, this.readBytes) : edge;
  }

  #nextRead(nowMs: number): number {
    const { rules } = this.#options;
    if (this.#capped || readDueMs(rules, this.readBytes) > nowMs) return 0;
    return nextReadBytes(rules, this.#supply);
  }

  /** When a reader with a rate of its own reads on; Infinity for one that waits for the link. */
  get #nextReadMs(): number {
    const { rules, sourceBytes } = this.#options;
    if (!rules.readsOn || this.#capped || this.readBytes === sourceBytes) return Infinity;
    return readDueMs(rules, this.readBytes);
  }

  /** Since when nothing but the link has limited sending, ms. */
  get freeSinceMs(): number {
    return this.#pipe.freeSinceMs;
  }

  /** The next moment at which a chunk crosses or arrives, or at which the playhead's pace changes its credit. */
  nextMs(playhead: SimulatedPlayhead): number {
    if (Number.isNaN(this.#linkMs)) this.#linkMs = this.#nextLinkMs(playhead);
    const next = this.#crossings[this.#arrived];
    return Math.min(next?.atMs ?? Infinity, this.#linkMs, this.#nextReadMs);
  }

  /** True when nothing is on its way, nothing is read and nothing more may be sent: only a moving playhead can change that. */
  get heldBack(): boolean {
    return (
      this.#arrived === this.#crossings.length &&
      !this.complete &&
      this.#nextReadMs === Infinity &&
      this.#supply.creditBytes < this.#nextEnd()
    );
  }

  #nextLinkMs(playhead: SimulatedPlayhead): number {
    const endBytes = this.#nextEnd();
    if (endBytes === this.#crossedBytes) return Infinity;
    // What has not been read cannot cross; it is looked at again when it has been.
    if (this.#options.rules.readsOn && this.readBytes < endBytes) return Infinity;
    if (this.#supply.creditBytes >= endBytes) return this.#pipe.wakeMs(endBytes);
    const creditMs = playhead.playedMs(endBytes - this.#options.rules.maxBufferBytes);
    const pointMs = playhead.pointMs();
    if (creditMs >= pointMs) return pointMs;
    const crossMs = this.#pipe.wakeRisingMs(endBytes, playhead.bytesPerMs);
    return Math.min(pointMs, Math.max(crossMs, creditMs));
  }

  #grant({ playedBytes }: SimulatedPlayhead): void {
    const { rules, sourceBytes } = this.#options;
    this.#supply.creditBytes = creditLimit(rules, playedBytes, sourceBytes);
  }

  #nextEnd(): number {
    const { rules, sourceBytes } = this.#options;
    return Math.min(this.#crossedBytes + rules.chunkBytes, sourceBytes);
  }

  #read(nowMs: number): void {
    const { sourceBytes, event, arrived } = this.#options;
    const supply = this.#supply;
    if (supply.readBytes === sourceBytes) return;
    let next: number;
    const before = supply.readBytes;
    while ((next = this.#nextRead(nowMs)) > 0) {
      if (this.#overCap(next)) break;
      supply.readBytes += next;
    }
    if (arrived && supply.readBytes > before) {
      this.#reads.push({ toBytes: supply.readBytes, atMs: nowMs });
    }
    this.#peakHeldBytes = Math.max(this.#peakHeldBytes, this.heldBytes);
    if (supply.readBytes === sourceBytes) event('read-end', sourceBytes);
  }

  /** True when so many bytes more would take the process of a reader that does not wait to its cap. */
  #overCap(bytes: number): boolean {
    const { rules, restBytes } = this.#options;
    if (!rules.readsOn) return false;
    this.#capped = restBytes + this.heldBytes + bytes > rules.readsOn.capBytes;
    return this.#capped;
  }

  /** When the last of so many bytes was read; asked in order. */
  #readMs(bytes: number): number {
    const reads = this.#reads;
    while (reads[0] && reads[0].toBytes < bytes) reads.shift();
    return reads[0]?.atMs ?? 0;
  }

  #cross(nowMs: number): void {
    const { rules, link, sourceBytes, event } = this.#options;
    while (this.#crossedBytes < sourceBytes) {
      const endBytes = this.#nextEnd();
      if (endBytes > this.#supply.sentBytes) return;
      const index = Math.floor(this.#crossedBytes / rules.chunkBytes);
      this.#lastArrivalMs = arrivalMs(link, index, nowMs, this.#lastArrivalMs);
      const readMs = this.#readMs(endBytes);
      this.#crossings.push({ endBytes, atMs: this.#lastArrivalMs, readMs, sentMs: nowMs });
      this.#crossedBytes = endBytes;
      if (endBytes === sourceBytes) event('sent-all', endBytes);
    }
  }

  #arrive(nowMs: number): void {
    const { event, arrived } = this.#options;
    for (
      let next = this.#crossings[this.#arrived];
      next && next.atMs <= nowMs;
      next = this.#crossings[++this.#arrived]
    ) {
      if (this.#receivedBytes === 0) event('first-byte', next.endBytes);
      arrived?.({
        fromBytes: this.#receivedBytes,
        toBytes: next.endBytes,
        chunks: 1,
        readMs: next.readMs,
        sentMs: next.sentMs,
        receivedMs: next.atMs,
      });
      this.#receivedBytes = next.endBytes;
      event('chunk-received', next.endBytes);
      if (this.complete) event('received-all', next.endBytes);
    }
    if (this.#arrived >= ARRIVED_KEPT && this.#arrived === this.#crossings.length) {
      this.#crossings.length = 0;
      this.#arrived = 0;
    }
  }
}
