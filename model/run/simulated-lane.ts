import type { SourceShape } from '../media/types';
import { PlayerMachine } from '../delivery/player-machine';
import type { LaneRules, Method, PlayerInput } from '../delivery/types';
import type { Link, Outage } from '../link/types';
import { bytesToPlayFrom, durationOf, ruleSource } from '../media/source';
import type { LaneCounts, RunRecorder } from './recorder';
import type { DownTime } from './schema';
import { kindOf } from '../source/kinds';
import type { RuleSettings } from '../source/source-kind';
import { SimulatedFlow } from './simulated-flow';
import { SimulatedPlayhead } from './simulated-playhead';
import { stallCause, type StallCause, type StallFacts } from './stall-cause';

/** What one simulated lane is given. */
export interface SimulatedLaneOptions {
  method: Method;
  settings: RuleSettings;
  link: Link;
  media: SourceShape;
  /** What the reader's process takes at rest, bytes; it counts towards a cap. */
  restBytes?: number;
  /** Distance of the samples, ms; Infinity keeps none. */
  sampleEveryMs: number;
  recorder: RunRecorder;
  /** The recorder hears of every chunk's times. */
  chunkTimes?: boolean;
  /** Puts a stall's cause into words; null when nobody asks for causes. */
  words: ((cause: StallCause) => string) | null;
}

/** One lane, from event to event, on a virtual clock. */
export class SimulatedLane {
  readonly #options: SimulatedLaneOptions;
  readonly #sourceBytes: number;
  readonly #rules: LaneRules;
  readonly #flow: SimulatedFlow;
  readonly #machine: PlayerMachine;
  readonly #playhead: SimulatedPlayhead;
  readonly #recorder: RunRecorder;
  readonly #outages: (DownTime & { heldS: number })[] = [];
  #nextOutage: Outage | null;
  #nowMs = 0;
  /** When the playhead comes to the end of what is playable, ms. */
  #dryMs = 0;
  #sampledMs = -1;
  #nextSampleMs: number;
  /** The newest stall, as it began. */
  #stall: Omit<StallFacts, 'untilMs'> | null = null;

  constructor(options: SimulatedLaneOptions) {
    const { link, media } = options;
    const source = ruleSource(media);
    this.#options = options;
    this.#nextSampleMs = options.sampleEveryMs < Infinity ? 0 : Infinity;
    this.#sourceBytes = source.bytes;
    this.#rules = kindOf(media).rules(options.method, options.settings, source);
    this.#machine = new PlayerMachine(this.#rules, source.bytes);
    this.#playhead = new SimulatedPlayhead(media);
    this.#recorder = options.recorder;
    this.#nextOutage = options.words ? link.outageAfter(0) : null;
    this.#flow = new SimulatedFlow({
      rules: this.#rules,
      link,
      sourceBytes: source.bytes,
      restBytes: options.restBytes ?? 0,
      event: (kind, bytes) => this.#recorder.event({ tMs: this.#nowMs, kind, bytes }),
      arrived: options.chunkTimes ? (chunks) => this.#recorder.arrived?.(chunks) : null,
    });
  }

  /** Where the run is, ms. */
  get nowMs(): number {
    return this.#nowMs;
  }

  /** Since when nothing but the link has limited sending, ms. */
  get freeSinceMs(): number {
    return this.#flow.freeSinceMs;
  }

  /** Runs to the end of the lane, to untilMs, or for as long as anything can still happen and is wanted. */
  run(untilMs: number): void {
    if (this.#rules.bufferLimitRaised) {
      this.#recorder.event({ tMs: 0, kind: 'ahead-raised', bytes: this.#rules.maxBufferBytes });
    }
    this.#recorder.event({ tMs: 0, kind: 'read-start' });
    for (let nextMs = 0; nextMs < Infinity;) {
      this.#moveTo(nextMs);
      if (this.#flow.capped) {
        this.#fail();
        break;
      }
      if (this.#machine.state === 'ended' || nextMs === untilMs || this.#recorder.done) break;
      nextMs = Math.min(untilMs, this.#nextMs());
    }
    if (this.#options.sampleEveryMs < Infinity && this.#sampledMs < this.#nowMs) this.#sample();
    this.#flow.carryTo(this.#nowMs, this.#playhead);
    this.#recorder.counted({ ...this.#counts(), heldBytes: this.#flow.peakHeldBytes });
  }

  /** The reader has been stopped at its cap, and the lane with it. */
  #fail(): void {
    const { receivedBytes, heldBytes } = this.#flow;
    this.#machine.fail();
    this.#recorder.failed?.(this.#nowMs, {
      code: 'memory-cap',
      where: 'memory',
      message: 'memory-cap',
      detail: String(heldBytes),
      atBytes: receivedBytes,
    });
  }

  #nextMs(): number {
    // Standing, and nothing can come: neither a sample nor the link will ever change that.
    if (!this.#playhead.running && this.#flow.heldBack) return Infinity;
    this.#dryMs = this.#playhead.dryMs(this.#flow.complete);
    return Math.min(this.#flow.nextMs(this.#playhead), this.#dryMs, this.#nextSampleMs);
  }

  #moveTo(nowMs: number): void {
    this.#noteOutages(nowMs);
    this.#nowMs = nowMs;
    this.#playhead.moveTo(nowMs);
    const receivedBefore = this.#flow.receivedBytes;
    this.#flow.moveTo(nowMs, this.#playhead);
    const { receivedBytes } = this.#flow;
    if (receivedBytes > receivedBefore) this.#playhead.received(receivedBytes);
    // Nothing else can change what the player is to do.
    if (receivedBytes > receivedBefore || nowMs >= this.#dryMs) this.#decide();
    if (nowMs >= this.#nextSampleMs) this.#sample();
  }

  #decide(): void {
    for (;;) {
      const decision = this.#machine.step(this.#input());
      if (decision.change === null) return;
      this.#flow.carryTo(this.#nowMs, this.#playhead);
      if (decision.change === 'stall' && this.#options.words) this.#stall = this.#stallFacts();
      const { positionS } = this.#playhead;
      this.#recorder.decided(decision, this.#nowMs, positionS, () => this.#cause());
      if (decision.state === 'playing') this.#playhead.start(this.#nowMs);
      else this.#playhead.running = false;
    }
  }

  /** Outages that begin up to nowMs are noted with what the buffer held as each began. */
  #noteOutages(nowMs: number): void {
    const { link } = this.#options;
    while (this.#nextOutage && this.#nextOutage.fromMs <= nowMs) {
      const { fromMs, toMs } = this.#nextOutage;
      const heldS = this.#playhead.playableSAt(fromMs);
      this.#outages.push({ fromMs, toMs, byHand: false, heldS });
      this.#nextOutage = toMs < Infinity ? link.outageAfter(toMs) : null;
    }
  }

  /** What is known of a stall that begins now. */
  #stallFacts(): Omit<StallFacts, 'untilMs'> {
    const { media, link } = this.#options;
    const { positionS, sinceMs } = this.#playhead;
    const { receivedBytes } = this.#flow;
    return {
      atMs: this.#nowMs,
      playingSinceMs: sinceMs,
      outages: this.#outages,
      link,
      needs: this.#sourceBytes / durationOf(media),
      nextBytes: bytesToPlayFrom(media, this.#rules.chunkBytes, positionS) - receivedBytes,
      heldSAt: (tMs) => this.#outages.find(({ fromMs }) => fromMs === tMs)?.heldS ?? 0,
    };
  }

  #cause(): string {
    const { words } = this.#options;
    if (!words || !this.#stall) return '';
    return words(stallCause({ ...this.#stall, untilMs: this.#nowMs }));
  }

  #sample(): void {
    const { positionS, playableS } = this.#playhead;
    this.#flow.carryTo(this.#nowMs, this.#playhead);
    const counts = this.#counts();
    this.#sampledMs = this.#nowMs;
    this.#nextSampleMs = this.#nowMs + this.#options.sampleEveryMs;
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

  #input(): PlayerInput {
    const { playedBytes, playableS, positionS, atEnd } = this.#playhead;
    const { receivedBytes, complete } = this.#flow;
    return {
      nowMs: this.#nowMs,
      receivedBytes,
      playedBytes,
      playableS,
      positionS,
      complete,
      atEnd: complete && atEnd,
    };
  }

  #counts(): Required<LaneCounts> {
    const { readBytes, sentBytes, receivedBytes, heldBytes } = this.#flow;
    const playedBytes = Math.min(Math.round(this.#playhead.playedBytes), receivedBytes);
    return { readBytes, sentBytes, receivedBytes, playedBytes, heldBytes };
  }
}
