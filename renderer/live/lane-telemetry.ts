import type { FromReader } from '../../electron/ipc/lane-port';
import type { LaneRules, PlayerDecision, PlayerState } from '../../model/delivery/types';
import type { Link } from '../../model/link/types';
import type { MediaInfo } from '../../model/media/types';
import { LaneRecorder, type Cause } from '../../model/run/recorder';
import type { LaneError, LaneLog, RunEvent } from '../../model/run/schema';
import { frameAt, type LaneFrame } from '../../model/run/frame';
import type { Outages } from './outages';
import type { RunClock } from './run-clock';
import type { Arrival } from './reader-port';
import { Sampler, type ClientSide } from './sampler';
import { StallDiagnosis } from './stall-diagnosis';
import { sizeOf } from '../../model/media/source';
import { kindOf } from '../../model/source/kinds';

/** Credit running out is told at most once in this time, ms of the run's clock. */
const TELL_AGAIN_MS = 1000;

/** Samples of a lane whose reader is gone, ms of wall time. */
const SAMPLE_MS = 100;

/** What a lane's telemetry is kept with. */
export interface TelemetryParts {
  rules: LaneRules;
  media: MediaInfo;
  link: Link;
  outages: Outages;
  clock: RunClock;
}

/** Everything that is written down of one lane while it runs, each at its time; nothing here decides. */
export class LaneTelemetry {
  readonly #parts: TelemetryParts;
  readonly #recorder: LaneRecorder;
  readonly #sampler: Sampler;
  readonly #stalls: StallDiagnosis;
  #heldBackToldMs = -Infinity;
  /** How many lost pictures have been told of, and when. */
  #dropped = { frames: 0, toldMs: -Infinity };
  #ownSamples: ReturnType<typeof setInterval> | undefined;

  constructor(parts: TelemetryParts) {
    this.#parts = parts;
    const { rules, media } = parts;
    const { maxLogEntries } = kindOf(media);
    const bytes = sizeOf(media);
    this.#recorder = new LaneRecorder(rules, bytes === Infinity ? null : bytes, maxLogEntries);
    this.#sampler = new Sampler(this.#recorder, parts.clock.speed);
    const samples = (): LaneLog['samples'] => this.#recorder.log().samples;
    this.#stalls = new StallDiagnosis({ ...parts, source: parts.media, samples });
  }

  /** The log so far; it grows. */
  get log(): LaneLog {
    return this.#recorder.log();
  }

  /** The lane at a moment of the run's clock, ms. */
  frameAt(runMs: number): LaneFrame {
    return frameAt({ log: this.log, outages: this.#parts.outages.known(runMs) }, runMs);
  }

  /** The reader's memory before its first read, bytes. */
  baseline(rssBytes: number, capBytes?: number): void {
    this.#recorder.baseline(rssBytes, capBytes);
  }

  /** Something happened now, or at tMs when the reader says so. */
  event(kind: RunEvent['kind'], bytes?: number, tMs = this.#now): void {
    this.#recorder.event({ tMs, kind, ...(bytes === undefined ? {} : { bytes }) });
  }

  /** Whole chunks have arrived now. */
  received({ data, offset, readMs, sentMs }: Omit<Arrival, 'arriveMs'>): void {
    const { rules, media } = this.#parts;
    const toBytes = offset + data.length;
    const chunks = kindOf(media).chunksIn(data.length, rules.chunkBytes);
    const receivedMs = this.#now;
    this.#recorder.arrived({ fromBytes: offset, toBytes, chunks, readMs, sentMs, receivedMs });
    this.#recorder.counted({ receivedBytes: toBytes });
    this.event('chunk-received', toBytes);
  }

  /** A camera's source has ended after so many bytes. */
  sourceEnded(bytes: number): void {
    this.#recorder.sourceEnded(bytes);
  }

  /** What the reader reports of itself. */
  heard(message: Extract<FromReader, { type: 'sample' }>): void {
    if (!this.#sampler.heard(message)) return;
    if (message.runMs - this.#heldBackToldMs < TELL_AGAIN_MS) return;
    this.#heldBackToldMs = message.runMs;
    this.event('credit-exhausted', message.sentBytes, message.runMs);
  }

  /** The reader process is gone: from now on the client is sampled without its reports. */
  readerGone(client: () => ClientSide): void {
    this.#sampler.readerGone();
    this.#ownSamples = setInterval(() => this.sample(client()), SAMPLE_MS);
  }

  /** One moment; the reader has reported of reportMs. Where the clock stands, only that moment's report is taken. */
  sample(client: ClientSide, reportMs = this.#now): void {
    const { running } = this.#parts.clock;
    if (running) this.#take(client);
    else if (reportMs >= this.#now) this.#take(client, true);
  }

  /** The lane's last moment, written down however close it is to the one before. */
  lastSample(client: ClientSide): void {
    clearInterval(this.#ownSamples);
    this.#take(client, true);
  }

  /** What the rules have decided, now. */
  decided(decision: PlayerDecision, positionS: number, receivedBytes: number): void {
    const now = this.#now;
    const cause = (): Cause => this.#stalls.cause(now, positionS, receivedBytes);
    if (decision.change === 'end') {
      this.#playhead(decision.reason ? positionS : this.#parts.media.durationS);
    }
    this.#recorder.decided(decision, now, positionS, cause);
    if (decision.state === 'playing') this.#stalls.playing(now);
  }

  /** The player's state from now on. */
  state(state: PlayerState): void {
    this.#recorder.state(state, this.#now);
  }

  /** The lane has broken now. */
  failed(error: LaneError): void {
    this.#recorder.failed(this.#now, error);
  }

  /** SHA-256 of the bytes that the player was given, hex, and how many they were. */
  verified(sha256: string, bytes: number): void {
    this.#recorder.verified(sha256, bytes);
  }

  /** Where the player is now, seconds; a camera has no end to be late for, and its delay is measured. */
  #playhead(positionS: number): void {
    if (!kindOf(this.#parts.media).endless) this.#recorder.playhead(this.#now, positionS);
  }

  /** Pictures that were lost are told at once, and then at most once a second. */
  #tellDropped({ droppedFrames }: ClientSide): void {
    if (!droppedFrames) return;
    const frames = droppedFrames.capture + droppedFrames.encoder;
    const now = this.#now;
    if (frames === this.#dropped.frames || now - this.#dropped.toldMs < TELL_AGAIN_MS) return;
    this.#dropped = { frames, toldMs: now };
    this.#recorder.event({ tMs: now, kind: 'frames-dropped', frames });
  }

  #take(client: ClientSide, last = false): void {
    this.#tellDropped(client);
    this.#sampler.take(this.#now, this.log.state, client, last);
    if (this.log.state === 'playing') this.#playhead(client.positionS);
  }

  get #now(): number {
    return this.#parts.clock.nowMs();
  }
}
