import type { FromReader } from '../../electron/ipc/lane-port';
import { PlayerMachine, STALL_BELOW_S, STUCK_FAIL_MS } from '../../model/delivery/player-machine';
import type { LaneRules, Method, PlayerDecision } from '../../model/delivery/types';
import { bytesAt } from '../../model/media/index-map';
import type { LaneLog } from '../../model/run/schema';
import type { LanePlayer } from '../player/lane-player';
import { CreditGrants, BufferDeadlock } from './credit-grants';
import { laneFacts, type LaneFacts } from '../../model/run/lane-facts';
import { laneFault, stuckFault, type Fault } from './lane-fault';
import { ClientProgress } from './client-progress';
import type { LaneParts } from './lane-parts';
import { LaneTelemetry } from './lane-telemetry';
import { ReaderPort, ExitGrace, type Arrival } from './reader-port';
import { LaneVerify } from './lane-verify';
import { LatencyController } from './latency-controller';
import { RunTimer } from './run-timer';
import type { ClientSide } from './sampler';
import type { LaneFrame } from '../../model/run/frame';
import type { LiveLane } from './types';

/** Looking again whether the player has run dry, at the earliest, ms of wall time. */
const LOOK_AGAIN_MS = 8;

/** Samples of a lane whose reader is gone, ms of wall time. */
const SAMPLE_MS = 100;

/** A decoder that has less than this ahead may wait for more before it shows a frame, s. */
const DECODER_S = 0.5;

/** One lane, live: reader, link, player and rules joined, and written down. */
export class LaneRun implements LiveLane {
  readonly method: Method;
  readonly rules: LaneRules;
  /** Settles when the reader is up and its clock is known, or when the lane has failed before. */
  readonly ready: Promise<void>;
  /** Settles when the lane has ended, failed or been stopped. */
  readonly over: Promise<void>;
  readonly #parts: LaneParts;
  readonly #machine: PlayerMachine;
  readonly #journal: LaneTelemetry;
  readonly #player: LanePlayer;
  readonly #client: ClientProgress;
  readonly #credit: CreditGrants;
  readonly #look: RunTimer;
  /** Null when the run is not verified. */
  readonly #verify: LaneVerify | null;
  /** Null unless the source is a camera. */
  readonly #live: LatencyController | null;
  #link: ReaderPort | null = null;
  readonly #readerEnd = new ExitGrace((code) => this.#goOnWithout(code));
  /** Where the playhead was at the last report, s. */
  #reportedS = NaN;
  readonly #starvation = new BufferDeadlock();
  #ownSamples: ReturnType<typeof setInterval> | undefined;
  #isReady = false;
  #isOver = false;
  #settleReady!: () => void;
  #settleOver!: () => void;

  constructor(parts: LaneParts) {
    const { rules, media, clock } = parts;
    this.#parts = parts;
    this.method = rules.method;
    this.rules = rules;
    this.ready = new Promise((resolve) => (this.#settleReady = resolve));
    this.over = new Promise((resolve) => (this.#settleOver = resolve));
    this.#machine = new PlayerMachine(rules, media.camera ? Infinity : media.deliveredBytes);
    this.#journal = new LaneTelemetry(parts);
    this.#credit = new CreditGrants({
      rules,
      sourceBytes: media.camera ? Infinity : media.deliveredBytes,
      bytesPerMs: media.deliveredBytes / media.durationS / 1000,
      speed: clock.speed,
      playedBytes: () => this.#client.playedBytes,
      grant: (limitBytes) => this.#link?.grant(limitBytes),
    });
    this.#look = new RunTimer(clock, () => this.#step());
    this.#verify = parts.fileSha256 === null ? null : new LaneVerify(media.name, this.#journal);
    this.#player = parts.createPlayer({
      changed: () => this.#playerChanged(),
      given: (bytes) => this.#verify?.given(bytes),
      firstFrame: () => this.#journal.event('first-frame'),
      evicted: (toS) => this.#journal.event('evicted', Math.round(bytesAt(media.index, toS))),
      failed: (fault) => this.fail({ ...fault, atBytes: Math.round(this.#client.playedBytes) }),
    });
    this.#player.setRate(clock.speed);
    this.#client = new ClientProgress(media, this.#player, () => this.#sourceBytes);
    const { element, live } = this.#player;
    this.#live = element && live ? new LatencyController(rules, element, live, parts.wallMs) : null;
  }

  get log(): LaneLog {
    return this.#journal.log;
  }

  get element(): HTMLVideoElement | null {
    return this.#player.element;
  }

  /** The log with what is worked out only for a report. */
  get report(): LaneLog {
    return this.#live ? { ...this.log, liveDelayMs: this.#live.figures } : this.log;
  }

  /** What React renders of the lane. */
  get facts(): LaneFacts {
    return laneFacts(this.log, this.#live?.behind ?? null);
  }

  /** Where the playhead is, seconds; Infinity when the lane plays no more. */
  get positionS(): number {
    return this.#isOver ? Infinity : this.#player.positionS;
  }

  /** Of a camera: the reader gets the next slice. */
  give(slice: Uint8Array<ArrayBuffer>): void {
    if (this.#isOver || this.#sourceBytes < Infinity) return;
    this.#live?.given(slice.length);
    this.#link?.give(slice);
  }

  /** Of a camera: no slice will follow; `gone` when it went away by itself. */
  endSource(gone = false): void {
    if (this.#isOver || this.#sourceBytes < Infinity) return;
    if (gone) this.#journal.event('camera-gone');
    this.#live?.ended();
    this.#journal.sourceEnded(this.#sourceBytes);
    this.#link?.endSource();
    if (this.#client.complete) this.#receivedAll();
  }

  seekToLiveEdge(): void {
    if (this.#isOver) return;
    this.#journal.event('skipped', this.#client.received);
    this.#live?.skip();
    this.#parts.changed();
  }

  stayBehind(): void {
    this.#live?.stay();
    this.#parts.changed();
  }

  consumedText(): string | null {
    return this.#player.text();
  }

  frameAt(runMs: number): LaneFrame {
    return this.#journal.frameAt(runMs);
  }

  /** Takes the port to the lane's reader, which says next that it is ready. */
  attach(port: MessagePort): void {
    this.#link = new ReaderPort(port, this.#parts, {
      ready: (message) => void this.#readerReady(message),
      arrived: (arrival) => this.#arrived(arrival),
      sample: (message) => this.#reported(message),
      event: ({ runMs, kind, bytes }) => this.#journal.event(kind, bytes, runMs),
      failed: (message) => this.fail(message),
      closed: () => this.readerExited(null),
    });
  }

  /** Its reader has not come up in time: the lane fails, unless it is ready. */
  notReady(): void {
    if (!this.#isReady) this.fail({ code: 'reader-died', detail: '?', atBytes: 0 });
  }

  /** The run starts: its clock reads 0 at the window's time wallMs. */
  begin(wallMs: number): void {
    if (this.#isOver) return;
    if (this.rules.bufferLimitRaised)
      this.#journal.event('ahead-raised', this.rules.maxBufferBytes);
    this.#credit.now();
    this.#link?.setClock(0, wallMs, this.#parts.clock.speed);
  }

  /** The run's clock has just stopped at runMs, at the window's time wallMs. */
  pause(runMs: number, wallMs: number): void {
    if (this.#isOver) return;
    this.#player.pause();
    this.#credit.stop();
    this.#link?.setClock(runMs, wallMs, 0);
    this.#machine.pause();
    this.#journal.event('pause');
    this.#stateChanged();
  }

  /** The run's clock has just gone on from runMs, at the window's time wallMs. */
  continue(runMs: number, wallMs: number): void {
    if (this.#isOver) return;
    this.#machine.continue();
    this.#journal.event('continue');
    this.#stateChanged();
    this.#link?.setClock(runMs, wallMs, this.#parts.clock.speed);
    if (this.#machine.state === 'playing') this.#run();
    this.#step();
  }

  /** The hand has cut the link at runMs, or joined it. */
  setCut(down: boolean, runMs: number): void {
    if (this.#isOver) return;
    this.#link?.setCut(down, runMs);
    this.#journal.event(down ? 'cut' : 'restore');
  }

  /** While the run stands: the picture of a recorded moment; null goes back to now. */
  showAt(runMs: number | null): void {
    if (runMs === null) this.#player.backToNow();
    else this.#player.showAt(this.frameAt(runMs).positionS);
  }

  /** Whether this lane is heard, and how loud, [0, 1]. */
  setVolume(volume: number, audible: boolean): void {
    this.#player.setVolume(volume, audible);
  }

  /** The reader process has ended, with this exit code when it is known. */
  readerExited(code: number | null): void {
    if (!this.#isOver) this.#readerEnd.ended(code);
  }

  /** The lane breaks here; the others go on. */
  fail(fault: Fault): void {
    if (this.#isOver) return;
    this.#machine.fail();
    this.#journal.failed(laneFault(this.#parts.media.name, fault));
    this.#finish();
    this.#link?.close();
  }

  /** The run ends here: what is so now is written down, and nothing goes on. */
  stop(): void {
    if (!this.#isOver) this.#finish();
  }

  /** Compares what a lane that was stopped early has been given with as much of the file. */
  async verifyPart(fileSha256: (bytes: number) => Promise<string>): Promise<void> {
    if (!this.log.error) await this.#verify?.comparePart(fileSha256);
  }

  /** Lets go of the reader. */
  close(): void {
    this.stop();
    this.#look.dispose();
    this.#link?.close();
  }

  /** Lets go of everything but the record. */
  dispose(): void {
    this.close();
    this.#live?.dispose();
    this.#player.dispose();
  }

  /** Length of the source; Infinity while a camera goes on. */
  get #sourceBytes(): number {
    return this.#live ? this.#live.sourceBytes : this.#parts.media.deliveredBytes;
  }

  get #clientSide(): ClientSide {
    const side = this.#client.side(this.#link?.crossedBytes ?? 0);
    if (!this.#live) return side;
    const { delayMs, behind } = this.#live;
    return { ...side, liveDelayMs: delayMs, ...(behind && { behind }) };
  }

  async #readerReady({ baselineRssBytes }: Extract<FromReader, { type: 'ready' }>): Promise<void> {
    this.#journal.baseline(baselineRssBytes);
    this.#journal.event('lane-ready');
    await this.#link?.synchronise();
    this.#isReady = true;
    this.#settleReady();
  }

  #arrived(arrival: Arrival): void {
    if (this.#isOver) return;
    if (this.#client.received === 0) this.#journal.event('first-byte', arrival.data.length);
    this.#client.receive(arrival.data, arrival.offset);
    this.#journal.received(arrival);
    if (this.#client.complete) this.#receivedAll();
    this.#step();
  }

  #receivedAll(): void {
    this.#journal.event('received-all', this.#client.received);
    this.#player.complete();
  }

  #reported(message: Extract<FromReader, { type: 'sample' }>): void {
    if (this.#isOver) return;
    this.#journal.heard(message);
    this.#journal.sample(this.#clientSide);
    if (this.#machine.state === 'playing') this.#live?.played(this.#player.playableS);
    this.#parts.changed();
    if (!this.#starvation.report(this.#cannotMove() && message.heldBack)) return;
    this.#credit.raise();
    this.#journal.event('ahead-raised', this.#credit.maxBufferBytes);
  }

  /**
   * It waits, has taken in all that has crossed, and its rules leave no room for another chunk: a file whose index
   * promised more than its player finds in it.
   */
  #cannotMove(): boolean {
    const { state } = this.#machine;
    const { playableS, positionS } = this.#player;
    // A decoder may stand in spite of a few frames ahead, and with it all that follows the playhead.
    const stands = state === 'playing' && positionS === this.#reportedS && playableS < DECODER_S;
    this.#reportedS = positionS;
    const limitBytes = this.#client.playedBytes + this.#credit.maxBufferBytes;
    return (
      (state === 'starting' || state === 'rebuffering' || stands) &&
      this.#client.received === this.#link?.crossedBytes &&
      this.#client.received + this.rules.chunkBytes > limitBytes &&
      this.#player.waitingBytes === 0
    );
  }

  #playerChanged(): void {
    this.#live?.arrived();
    this.#step();
  }

  /** Asks the rules what follows from how things are now, until nothing more does. */
  #step(): void {
    if (this.#isOver || !this.#parts.clock.running) return;
    for (;;) {
      const decision = this.#machine.step({
        nowMs: this.#parts.clock.nowMs(),
        receivedBytes: this.#client.received,
        playedBytes: this.#client.playedBytes,
        playableS: this.#client.bufferedS,
        positionS: this.#player.positionS,
        complete: this.#client.complete,
        atEnd: this.#player.atEnd,
      });
      if (decision.change === null) break;
      if (decision.change === 'fail') return this.fail(stuckFault(this.#clientSide));
      this.#decided(decision);
    }
    if (this.#machine.state === 'playing') this.#lookWhenDry();
  }

  #decided(decision: PlayerDecision): void {
    this.#journal.decided(decision, this.#player.positionS, this.#client.received);
    if (decision.state === 'playing') {
      this.#run();
    } else {
      this.#player.pause();
      this.#credit.stop();
      this.#credit.now();
    }
    if (decision.change === 'stall') this.#live?.stalled();
    this.#parts.changed();
    if (decision.state === 'ended') this.#finish();
  }

  #run(): void {
    this.#player.play();
    this.#credit.start();
  }

  /** The player says when it waits; the clock is asked too, for when it should run dry or have been stuck for long. */
  #lookWhenDry(): void {
    const { clock } = this.#parts;
    const dryMs = Math.min((this.#client.bufferedS - STALL_BELOW_S) * 1000, STUCK_FAIL_MS);
    this.#look.set(clock.nowMs() + Math.max(dryMs, LOOK_AGAIN_MS * clock.speed));
  }

  #stateChanged(): void {
    this.#journal.state(this.#machine.state);
    this.#parts.changed();
  }

  /** What has been received plays on without its reader; what has not breaks the lane. */
  #goOnWithout(code: string): void {
    if (this.#isOver) return;
    if (!this.#client.complete) {
      return this.fail({ code: 'reader-died', detail: code, atBytes: this.#client.received });
    }
    this.#journal.readerGone();
    this.#ownSamples = setInterval(() => this.#journal.sample(this.#clientSide), SAMPLE_MS);
  }

  #finish(): void {
    this.#isOver = true;
    clearInterval(this.#ownSamples);
    this.#look.clear();
    this.#credit.stop();
    this.#player.pause();
    if (this.#verify?.bytes === this.#sourceBytes) {
      this.#verify.compare(this.#parts.fileSha256);
    }
    this.#journal.sample(this.#clientSide, true);
    this.#parts.changed();
    this.#settleReady();
    this.#settleOver();
  }
}
