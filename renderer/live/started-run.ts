import type { StoreApi } from 'zustand/vanilla';
import type { Bridge, RequestAnswer } from '../../electron/ipc/contract';
import type { Method } from '../../model/delivery/types';
import { liveOf } from '../../model/camera/types';
import type { ChangingLink } from '../../model/link/changing-link';
import type { FrameSource } from '../camera/frame-source';
import type { RunPlan } from '../../model/run/run-plan';
import type { Mark } from '../../model/run/marks';
import type { DownTime, RunLog } from '../../model/run/schema';
import { CaptionMarks } from '../captions/caption-at';
import type { Break, SteppedRun } from '../../model/runs/moments';
import { Breakpoint } from './breakpoint';
import type { CameraFeed } from './camera-feed';
import { sameFacts } from '../../model/run/lane-facts';
import type { LaneRun } from './lane-run';
import type { Outages } from './outages';
import type { RunClock } from './run-clock';
import { begunRun, runLog, type BegunParts } from './run-log';
import type { BegunRun } from '../../model/runs/run-lines';
import { RunTimer } from './run-timer';
import type { LiveRun, LiveRunOptions, RunState } from './types';

/** All lanes start at one moment, this far ahead, so that every reader has heard of it, ms of wall time. */
const LEAD_MS = 40;

/** How far behind now the picture is drawn: one sample and its way here, ms of wall time. */
const LATE_MS = 125;

/** What a run is made of. */
export interface RunParts {
  options: LiveRunOptions;
  plan: RunPlan;
  bridge: Bridge;
  runId: string;
  clock: RunClock;
  /** That of the plan. */
  link: ChangingLink;
  outages: Outages;
  lanes: readonly LaneRun[];
  /** Null for a file. */
  feed: CameraFeed | null;
  store: StoreApi<RunState>;
  wallMs: () => number;
  app: RequestAnswer<'app:info'>;
  fileSha256: string | null;
  /** Called once the run needs to hear of ports and exits no more. */
  stopListening: (() => void)[];
}

/** One run of all lanes on one clock: started, paused, cut and ended together. */
export class StartedRun implements LiveRun {
  readonly plan: RunPlan;
  readonly lanes: readonly LaneRun[];
  readonly store: StoreApi<RunState>;
  readonly finished: Promise<void>;
  readonly #parts: RunParts;
  readonly #until: RunTimer;
  readonly #captions = new CaptionMarks();
  readonly #breakpoint: Breakpoint;
  /** Those that a scenario has set. */
  readonly #set: Mark[] = [];
  #settle!: () => void;
  #isOver = false;

  constructor(parts: RunParts) {
    this.#parts = parts;
    this.plan = parts.plan;
    this.lanes = parts.lanes;
    this.store = parts.store;
    this.finished = new Promise((resolve) => (this.#settle = resolve));
    this.#until = new RunTimer(parts.clock, () => this.#end());
    this.#breakpoint = new Breakpoint({
      clock: parts.clock,
      outages: parts.outages,
      soFar: () => this.#soFar(),
      pause: () => this.pause(),
    });
    for (const lane of this.lanes) this.laneChanged(lane);
  }

  get frames(): FrameSource | null {
    return this.#parts.feed?.frames ?? null;
  }

  state(): RunState {
    return this.store.getState();
  }

  subscribe(changed: () => void): () => void {
    return this.store.subscribe(changed);
  }

  pictureOf(method: Method): HTMLElement | null {
    return this.lanes.find((lane) => lane.method === method)?.element ?? null;
  }

  textOf(method: Method): string | null {
    return this.lanes.find((lane) => lane.method === method)?.consumedText() ?? null;
  }

  nowMs(): number {
    return this.#parts.clock.nowMs();
  }

  shownMs(): number {
    const { clock } = this.#parts;
    if (!clock.running) return this.store.getState().shownMs ?? clock.nowMs();
    return Math.max(0, clock.nowMs() - LATE_MS * clock.speed);
  }

  start(): void {
    const { clock, wallMs, store, feed } = this.#parts;
    if (store.getState().phase !== 'ready') return;
    feed?.start();
    const startMs = wallMs() + LEAD_MS;
    clock.start(startMs);
    store.setState({ phase: 'running' });
    if (this.plan.settings.untilMs !== null) this.#until.set(this.plan.settings.untilMs);
    for (const lane of this.lanes) lane.begin(startMs);
    void Promise.all(this.lanes.map((lane) => lane.over)).then(() => this.#end());
  }

  pause(): void {
    const { clock, wallMs, store, feed } = this.#parts;
    if (store.getState().phase !== 'running') return;
    feed?.pause();
    const runMs = clock.stop();
    const nowMs = wallMs();
    for (const lane of this.lanes) lane.pause(runMs, nowMs);
    store.setState({ phase: 'paused' });
  }

  continue(): void {
    const { clock, wallMs, store, feed } = this.#parts;
    if (store.getState().phase !== 'paused') return;
    feed?.continue();
    this.#show(null);
    const runMs = clock.nowMs();
    const nowMs = wallMs();
    clock.start(nowMs);
    store.setState({ phase: 'running' });
    for (const lane of this.lanes) lane.continue(runMs, nowMs);
  }

  setCut(down: boolean): void {
    const { outages, store } = this.#parts;
    const { phase } = store.getState();
    if (down === outages.cut || (phase !== 'running' && phase !== 'paused')) return;
    const nowMs = this.nowMs();
    outages.setCut(down, nowMs);
    for (const lane of this.lanes) lane.setCut(down, nowMs);
    store.setState({ cut: down });
    this.#breakpoint.look();
  }

  setRate(rate: number): void {
    const { phase } = this.store.getState();
    if (phase !== 'running' && phase !== 'paused') return;
    const nowMs = this.nowMs();
    this.#parts.link.setRate(nowMs, rate);
    for (const lane of this.lanes) lane.setRate(rate, nowMs);
    // Whoever draws the link draws it anew.
    this.store.setState((now) => ({ ...now }));
  }

  step(deltaMs: number): void {
    const { phase, shownMs } = this.store.getState();
    if (phase !== 'paused' && phase !== 'ended') return;
    const now = this.nowMs();
    const to = Math.max(0, (shownMs ?? now) + deltaMs);
    this.#show(to < now ? to : null);
  }

  setBreak(breakAt: Break | null): void {
    this.#breakpoint.set(breakAt);
  }

  setAudible(audible: Method): void {
    this.store.setState({ audible });
    this.#applyVolume();
  }

  setVolume(volume: number, muted: boolean): void {
    this.store.setState({ volume, muted });
    this.#applyVolume();
  }

  outages(): DownTime[] {
    return this.#parts.outages.until(this.nowMs());
  }

  marks(): readonly Mark[] {
    const said = this.#captions.marks;
    return this.#set.length === 0 ? said : [...said, ...this.#set].sort((a, b) => a.tMs - b.tMs);
  }

  addMark(mark: Mark): void {
    this.#set.push(mark);
    this.store.setState((now) => ({ ...now }));
  }

  end(): void {
    const { phase } = this.store.getState();
    if (phase === 'running' || phase === 'paused') this.#end();
  }

  begun(): BegunRun {
    return begunRun({ ...this.#begunParts(), lanes: this.lanes.map((lane) => lane.log) });
  }

  log(): RunLog {
    this.#captions.advance(this, this.nowMs());
    return runLog({
      ...this.#begunParts(),
      outages: this.outages(),
      nowMs: this.nowMs(),
      ended: this.#isOver,
      marks: this.marks(),
      lanes: this.lanes.map((lane) => lane.report),
    });
  }

  async dispose(): Promise<void> {
    this.#end();
    for (const lane of this.lanes) lane.dispose();
    await this.#parts.feed?.end();
    await this.#closeReaders();
  }

  /** A lane's facts may have changed. */
  laneChanged(lane: LaneRun): void {
    const { facts, method } = lane;
    if (this.#parts.clock.running) this.#captions.advance(this, this.shownMs());
    const { lanes } = this.store.getState();
    if (!sameFacts(lanes[method], facts)) {
      this.store.setState({ lanes: { ...lanes, [method]: facts } });
    }
    this.#breakpoint.look();
  }

  #begunParts(): Omit<BegunParts, 'lanes'> {
    const { app, plan, fileSha256, feed, runId } = this.#parts;
    const kept = feed !== null && liveOf(plan.settings).keepPictures === true;
    return { app, plan, fileSha256, recorded: feed, pictures: kept ? runId : null };
  }

  /** What a breakpoint looks at. */
  #soFar(): SteppedRun {
    return {
      lanes: this.lanes.map(({ log }) => log),
      link: { outages: this.outages() },
      marks: this.marks(),
      lengthMs: this.nowMs(),
    };
  }

  #show(shownMs: number | null): void {
    this.store.setState({ shownMs });
    for (const lane of this.lanes) lane.showAt(shownMs);
  }

  #applyVolume(): void {
    const { audible, volume, muted } = this.store.getState();
    for (const lane of this.lanes) lane.setVolume(volume, lane.method === audible && !muted);
  }

  /** The run is over: clock and lanes stand, the readers end, everything recorded stays. */
  #end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    const { clock, outages, store, stopListening, feed } = this.#parts;
    for (const lane of this.lanes) lane.stop();
    outages.setCut(false, clock.stop());
    this.#until.dispose();
    this.#breakpoint.dispose();
    for (const lane of this.lanes) lane.close();
    for (const stop of stopListening) stop();
    const released = feed?.end();
    this.#captions.end(this, this.nowMs());
    store.setState({ phase: 'ended', cut: false });
    void this.#closeReaders();
    void Promise.all([this.#verifyParts(), released]).then(() => this.#settle());
  }

  /** Lanes that `--until` or a person stopped early are held against the part of the file that they were given. */
  async #verifyParts(): Promise<void> {
    const { bridge } = this.#parts;
    const mediaId = this.plan.media.id;
    for (const lane of this.lanes) {
      await lane.verifyPart((bytes) => bridge.request('media:hash', { mediaId, bytes }));
      this.laneChanged(lane);
    }
  }

  async #closeReaders(): Promise<void> {
    const { bridge, runId } = this.#parts;
    await bridge.request('run:close-lanes', { runId });
  }
}
