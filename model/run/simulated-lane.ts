import { creditLimit } from '../delivery/credit';
import { PlayerMachine } from '../delivery/player-machine';
import { laneRules } from '../delivery/rules';
import { nextReadBytes, sendLimit } from '../delivery/supply';
import type { DeliverySettings, LaneRules, Method, PlayerInput } from '../delivery/types';
import { arrivalMs } from '../link/arrival';
import { LinkPipe } from '../link/pipe';
import type { Link, Outage } from '../link/types';
import { bytesToPlayFrom, durationOf, ruleSource, type SourceShape } from '../media/source';
import { LaneRecorder, type LaneCounts } from './recorder';
import type { LaneLog, RunEvent } from './schema';
import { SimulatedPlayhead } from './simulated-playhead';
import { stallCause, type StallCause, type StallFacts } from './stall-cause';

/** What one simulated lane is given. */
export interface SimulatedLaneOptions {
  method: Method;
  settings: DeliverySettings;
  link: Link;
  media: SourceShape;
  sampleEveryMs: number;
  words: (cause: StallCause) => string;
}

/** A chunk that has crossed the link and is still delayed. */
interface Arrival {
  endBytes: number;
  atMs: number;
}

/**
 * One lane on a virtual clock that goes from event to event. Between two events the link's rate is
 * one, or nothing but the link limits sending; so credit as it is at the end of the stretch gives
 * exactly what credit growing byte by byte would.
 */
export class SimulatedLane {
  readonly #options: SimulatedLaneOptions;
  readonly #sourceBytes: number;
  readonly #link: Link;
  readonly #rules: LaneRules;
  readonly #pipe: LinkPipe;
  readonly #machine: PlayerMachine;
  readonly #playhead: SimulatedPlayhead;
  readonly #recorder: LaneRecorder;
  readonly #underway: Arrival[] = [];
  readonly #outages: (Outage & { heldS: number; byHand: boolean })[] = [];
  #nowMs = 0;
  #readBytes = 0;
  #crossedBytes = 0;
  #receivedBytes = 0;
  #lastArrivalMs = 0;
  #rateChangeMs = 0;
  #nextSampleMs = 0;
  #peakHeldBytes = 0;
  /** The newest stall, as it began. */
  #stall: Omit<StallFacts, 'untilMs'> | null = null;

  constructor(options: SimulatedLaneOptions) {
    const source = ruleSource(options.media);
    this.#options = options;
    this.#sourceBytes = source.bytes;
    this.#link = options.link;
    this.#rules = laneRules(options.method, options.settings, source);
    this.#pipe = new LinkPipe(options.link);
    this.#machine = new PlayerMachine(this.#rules, source.bytes);
    this.#playhead = new SimulatedPlayhead(options.media);
    this.#recorder = new LaneRecorder(options.method);
    if (options.sampleEveryMs === Infinity) this.#nextSampleMs = Infinity;
  }

  /** Runs to the end of the lane, to untilMs, or for as long as anything can still happen. */
  run(untilMs: number): LaneLog {
    if (this.#rules.aheadRaised) {
      this.#recorder.event({ tMs: 0, kind: 'ahead-raised', bytes: this.#rules.aheadBytes });
    }
    this.#recorder.event({ tMs: 0, kind: 'read-start' });
    for (let nextMs = 0; ;) {
      this.#moveTo(nextMs);
      if (this.#machine.state === 'ended' || nextMs === untilMs) break;
      nextMs = Math.min(untilMs, this.#nextEventMs());
      if (nextMs === Infinity) break;
    }
    if (this.#options.sampleEveryMs !== Infinity) this.#sample();
    this.#recorder.counted({ ...this.#counts(), heldBytes: this.#peakHeldBytes });
    return this.#recorder.log();
  }

  #nextEventMs(): number {
    const next = Math.min(
      this.#underway[0]?.atMs ?? Infinity,
      this.#playhead.dryMs(this.#complete),
      this.#rateChangeMs,
      this.#nextSampleMs,
    );
    const left = this.#sourceBytes - this.#crossedBytes;
    if (left === 0) return next;
    const endBytes = this.#crossedBytes + Math.min(this.#rules.chunkBytes, left);
    const crossMs = this.#pipe.wakeMs(endBytes);
    if (this.#creditBytes >= endBytes) return Math.min(next, crossMs);
    // A standing player without credit and with nothing on its way: nothing can happen any more.
    if (!this.#playhead.running && this.#underway.length === 0) return Infinity;
    // Held back by credit, which grows as the playhead moves and changes pace at the index's points.
    const creditMs = this.#playhead.playedMs(endBytes - this.#rules.aheadBytes);
    return Math.min(next, Math.max(crossMs, creditMs), this.#playhead.pointMs());
  }

  #moveTo(nowMs: number): void {
    this.#nowMs = nowMs;
    this.#playhead.moveTo(nowMs);
    this.#send();
    this.#receive();
    this.#decide();
    if (nowMs >= this.#rateChangeMs) this.#changeRate();
    if (nowMs >= this.#nextSampleMs) this.#sample();
  }

  #send(): void {
    let limitBytes: number;
    do {
      this.#read();
      limitBytes = sendLimit(this.#rules, this.#flow);
      this.#pipe.advance(this.#nowMs, limitBytes);
      // What has gone makes room to read on; an unlimited link takes that at the same moment.
    } while (this.#pipe.sentBytes === limitBytes && nextReadBytes(this.#rules, this.#flow) > 0);
    this.#cross();
  }

  #read(): void {
    if (this.#readBytes === this.#sourceBytes) return;
    for (let next; (next = nextReadBytes(this.#rules, this.#flow)) > 0;) this.#readBytes += next;
    const heldBytes = this.#readBytes - this.#crossedBytes;
    this.#peakHeldBytes = Math.max(this.#peakHeldBytes, heldBytes);
    if (this.#readBytes === this.#sourceBytes) this.#event('read-end', this.#readBytes);
  }

  #cross(): void {
    const { chunkBytes } = this.#rules;
    const sentBytes = this.#pipe.sentBytes;
    while (this.#crossedBytes < this.#sourceBytes) {
      const endBytes = Math.min(this.#crossedBytes + chunkBytes, this.#sourceBytes);
      if (endBytes > sentBytes) return;
      const index = Math.floor(this.#crossedBytes / chunkBytes);
      this.#lastArrivalMs = arrivalMs(this.#link, index, this.#nowMs, this.#lastArrivalMs);
      this.#underway.push({ endBytes, atMs: this.#lastArrivalMs });
      this.#crossedBytes = endBytes;
      if (endBytes === this.#sourceBytes) this.#event('sent-all', endBytes);
    }
  }

  #receive(): void {
    let arrived = 0;
    for (const arrival of this.#underway) {
      if (arrival.atMs > this.#nowMs) break;
      arrived++;
      if (this.#receivedBytes === 0) this.#event('first-byte', arrival.endBytes);
      this.#receivedBytes = arrival.endBytes;
      this.#event('chunk-received', arrival.endBytes);
      if (this.#complete) this.#event('received-all', arrival.endBytes);
    }
    if (arrived === 0) return;
    this.#underway.splice(0, arrived);
    this.#playhead.received(this.#receivedBytes);
  }

  #decide(): void {
    for (;;) {
      const decision = this.#machine.step(this.#input());
      if (decision.change === null) return;
      if (decision.change === 'stall') this.#stall = this.#stallFacts();
      const { positionS } = this.#playhead;
      this.#recorder.decided(decision, this.#nowMs, positionS, () => this.#cause());
      if (decision.state === 'playing') this.#playhead.start(this.#nowMs);
      else this.#playhead.running = false;
    }
  }

  #changeRate(): void {
    this.#rateChangeMs = this.#link.changeAfter(this.#nowMs);
    if (this.#link.rateAt(this.#nowMs) > 0) return;
    this.#outages.push({
      fromMs: this.#nowMs,
      toMs: this.#rateChangeMs,
      byHand: false,
      heldS: this.#playhead.playableS,
    });
  }

  /** What is known of a stall that begins now. */
  #stallFacts(): Omit<StallFacts, 'untilMs'> {
    const { media } = this.#options;
    const { positionS, sinceMs } = this.#playhead;
    return {
      atMs: this.#nowMs,
      playingSinceMs: sinceMs,
      outages: this.#outages,
      link: this.#link,
      needs: this.#sourceBytes / durationOf(media),
      nextBytes: bytesToPlayFrom(media, this.#rules.chunkBytes, positionS) - this.#receivedBytes,
      heldSAt: (tMs) => this.#outages.find(({ fromMs }) => fromMs === tMs)?.heldS ?? 0,
    };
  }

  #cause(): string {
    const { words } = this.#options;
    return this.#stall ? words(stallCause({ ...this.#stall, untilMs: this.#nowMs })) : '';
  }

  #event(kind: RunEvent['kind'], bytes: number): void {
    this.#recorder.event({ tMs: this.#nowMs, kind, bytes });
  }

  #sample(): void {
    const { positionS, playableS } = this.#playhead;
    this.#nextSampleMs += this.#options.sampleEveryMs;
    const counts = this.#counts();
    this.#recorder.sample({
      tMs: this.#nowMs,
      state: this.#machine.state,
      ...counts,
      positionS,
      bufferedBytes: counts.receivedBytes - counts.playedBytes,
      bufferedS: playableS,
      rssBytes: 0,
    });
  }

  get #complete(): boolean {
    return this.#receivedBytes === this.#sourceBytes;
  }

  get #creditBytes(): number {
    return creditLimit(this.#rules, this.#playhead.playedBytes, this.#sourceBytes);
  }

  get #flow(): Parameters<typeof nextReadBytes>[1] {
    return {
      readBytes: this.#readBytes,
      sentBytes: this.#pipe.sentBytes,
      sourceBytes: this.#sourceBytes,
      creditBytes: this.#creditBytes,
    };
  }

  #input(): PlayerInput {
    const { playedBytes, playableS, positionS, atEnd } = this.#playhead;
    return {
      nowMs: this.#nowMs,
      receivedBytes: this.#receivedBytes,
      playedBytes,
      playableS,
      positionS,
      complete: this.#complete,
      atEnd: this.#complete && atEnd,
    };
  }

  #counts(): Required<LaneCounts> {
    return {
      readBytes: this.#readBytes,
      sentBytes: this.#pipe.sentBytes,
      receivedBytes: this.#receivedBytes,
      playedBytes: Math.min(Math.round(this.#playhead.playedBytes), this.#receivedBytes),
      // Full buffer keeps its one Buffer; the others hold what has not wholly crossed.
      heldBytes: this.#readBytes - (this.#rules.readsWhole ? 0 : this.#crossedBytes),
    };
  }
}
