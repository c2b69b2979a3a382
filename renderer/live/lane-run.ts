import type { FromReader } from '../../electron/ipc/lane-port';
import type { LaneRules, Method } from '../../model/delivery/types';
import { bytesAt } from '../../model/media/index-map';
import type { LaneLog } from '../../model/run/schema';
import type { LanePlayer } from '../player/lane-player';
import { laneFacts, type LaneFacts } from '../../model/run/lane-facts';
import { laneFault, type Fault } from './lane-fault';
import { ClientProgress } from './client-progress';
import type { LaneParts } from './lane-parts';
import { LaneTelemetry } from './lane-telemetry';
import { ReaderPort, ExitGrace, type Arrival } from './reader-port';
import { LaneVerify } from './lane-verify';
import { LatencyController } from './latency-controller';
import { PlaybackDriver } from './playback-driver';
import type { LaneFrame } from '../../model/run/frame';
import type { LiveLane } from './types';

/** One lane, live: reader, link, player and rules joined, and written down. */
export class LaneRun implements LiveLane {
  readonly method: Method;
  readonly rules: LaneRules;
  /** Settles when the reader is up and its clock is known, or when the lane has failed before. */
  readonly ready: Promise<void>;
  /** Settles when the lane has ended, failed or been stopped. */
  readonly over: Promise<void>;
  readonly #parts: LaneParts;
  readonly #telemetry: LaneTelemetry;
  readonly #player: LanePlayer;
  readonly #client: ClientProgress;
  readonly #playback: PlaybackDriver;
  /** Null when the run is not verified. */
  readonly #verify: LaneVerify | null;
  /** Null unless the source is a camera. */
  readonly #live: LatencyController | null;
  #link: ReaderPort | null = null;
  readonly #readerEnd = new ExitGrace((code) => this.#goOnWithout(code));
  #isReady = false;
  #isOver = false;
  #settleReady!: () => void;
  #settleOver!: () => void;

  constructor(parts: LaneParts) {
    const { rules, media } = parts;
    this.#parts = parts;
    this.method = rules.method;
    this.rules = rules;
    this.ready = new Promise((resolve) => (this.#settleReady = resolve));
    this.over = new Promise((resolve) => (this.#settleOver = resolve));
    this.#telemetry = new LaneTelemetry(parts);
    this.#verify = parts.fileSha256 === null ? null : new LaneVerify(media.name, this.#telemetry);
    this.#player = parts.createPlayer({
      changed: () => this.#playback.playerChanged(),
      given: (bytes) => this.#verify?.given(bytes),
      firstFrame: () => this.#telemetry.event('first-frame'),
      evicted: (toS) => this.#telemetry.event('evicted', Math.round(bytesAt(media.index, toS))),
      failed: (fault) => this.fail({ ...fault, atBytes: Math.round(this.#client.playedBytes) }),
    });
    const { live } = this.#player;
    this.#live = live && new LatencyController(rules, live);
    const shared = { player: this.#player, telemetry: this.#telemetry, latency: this.#live };
    const crossedBytes = () => this.#link?.crossedBytes ?? 0;
    const { dropped } = parts;
    this.#client = new ClientProgress({ ...shared, media, crossedBytes, dropped });
    this.#playback = new PlaybackDriver({
      ...parts,
      ...shared,
      client: this.#client,
      grant: (limitBytes) => this.#link?.grant(limitBytes),
      ended: () => this.#finish(),
      failed: (fault) => this.fail(fault),
    });
  }

  get log(): LaneLog {
    return this.#telemetry.log;
  }

  get element(): LanePlayer['element'] {
    return this.#player.element;
  }

  /** The log with what is worked out only for a report. */
  get report(): LaneLog {
    if (!this.#live) return this.log;
    const { delay, soundOff } = this.#live.playback;
    return { ...this.log, liveDelayMs: delay, soundOffMs: soundOff };
  }

  /** What React renders of the lane. */
  get facts(): LaneFacts {
    return laneFacts(this.log, this.#live?.behind ?? null);
  }

  /** Of a live source: the reader gets the next frame. */
  give(frame: Uint8Array<ArrayBuffer>): void {
    if (this.#isOver || this.#client.sourceBytes < Infinity) return;
    this.#live?.given(frame.length);
    this.#link?.give(frame);
  }

  /** Of a live source: no frame will follow; `gone` when it went away by itself. */
  endSource(gone = false): void {
    if (this.#isOver || this.#client.sourceBytes < Infinity) return;
    if (gone) this.#telemetry.event('camera-gone');
    this.#live?.ended();
    this.#telemetry.sourceEnded(this.#client.sourceBytes);
    this.#link?.endSource();
    this.#client.checkComplete();
  }

  seekToLiveEdge(): void {
    if (this.#isOver) return;
    this.#telemetry.event('skipped', this.#client.received);
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
    return this.#telemetry.frameAt(runMs);
  }

  /** Takes the port to the lane's reader, which says next that it is ready. */
  attach(port: MessagePort): void {
    this.#link = new ReaderPort(port, this.#parts, {
      ready: (message) => void this.#readerReady(message),
      arrived: (arrival) => this.#arrived(arrival),
      sample: (message) => this.#reported(message),
      event: ({ runMs, kind, bytes }) => this.#telemetry.event(kind, bytes, runMs),
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
    this.#playback.begin();
    this.#link?.setClock(0, wallMs, this.#parts.clock.speed);
  }

  /** The run's clock has just stopped at runMs, at the window's time wallMs. */
  pause(runMs: number, wallMs: number): void {
    if (this.#isOver) return;
    this.#link?.setClock(runMs, wallMs, 0);
    this.#playback.pause();
  }

  /** The run's clock has just gone on from runMs, at the window's time wallMs. */
  continue(runMs: number, wallMs: number): void {
    if (this.#isOver) return;
    this.#link?.setClock(runMs, wallMs, this.#parts.clock.speed);
    this.#playback.continue();
  }

  /** The hand has cut the link at runMs, or joined it. */
  setCut(down: boolean, runMs: number): void {
    if (this.#isOver) return;
    this.#link?.setCut(down, runMs);
    this.#telemetry.event(down ? 'cut' : 'restore');
  }

  /** The link has another rate, bytes per second, from runMs on. */
  setRate(rate: number, runMs: number): void {
    if (!this.#isOver) this.#link?.setRate(rate, runMs);
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
    this.#playback.fail();
    this.#telemetry.failed(laneFault(this.#parts.media.name, fault));
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
    this.#playback.dispose();
    this.#link?.close();
  }

  /** Lets go of everything but the record. */
  dispose(): void {
    this.close();
    this.#player.dispose();
  }

  async #readerReady({
    baselineRssBytes,
    capBytes,
  }: Extract<FromReader, { type: 'ready' }>): Promise<void> {
    this.#telemetry.baseline(baselineRssBytes, capBytes);
    this.#telemetry.event('lane-ready');
    await this.#link?.synchronise();
    this.#isReady = true;
    this.#settleReady();
  }

  #arrived(arrival: Arrival): void {
    if (this.#isOver) return;
    this.#client.receive(arrival);
    this.#playback.step();
  }

  #reported(message: Extract<FromReader, { type: 'sample' }>): void {
    if (this.#isOver) return;
    this.#telemetry.heard(message);
    this.#telemetry.sample(this.#client.side, message.runMs);
    this.#playback.reported(message.heldBack, this.#link?.crossedBytes ?? 0);
  }

  /** What has been received plays on without its reader; what has not breaks the lane. */
  #goOnWithout(code: string): void {
    if (this.#isOver) return;
    if (!this.#client.complete) {
      return this.fail({ code: 'reader-died', detail: code, atBytes: this.#client.received });
    }
    this.#telemetry.readerGone(() => this.#client.side);
  }

  #finish(): void {
    this.#isOver = true;
    this.#playback.stop();
    if (this.#verify?.bytes === this.#client.sourceBytes)
      this.#verify.compare(this.#parts.fileSha256);
    this.#telemetry.lastSample(this.#client.side);
    this.#parts.changed();
    this.#settleReady();
    this.#settleOver();
  }
}
