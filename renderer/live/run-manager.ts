import { CameraProblem } from '../camera/camera-problem';
import type { MediaInfo, MediaRefusal } from '../../model/media/types';
import type { RunLog } from '../../model/run/schema';
import type { LiveRun, LiveRunOptions } from './types';
import { messageOf } from '../../model/message-of';

/** Settings typed one after another make one new run, not one each, ms. */
const SETTLE_MS = 250;

/** What the manager reads and writes of its owner's state. */
export interface ManagedState extends Pick<LiveRunOptions, 'settings' | 'link' | 'seed'> {
  media: MediaInfo | null;
  run: LiveRun | null;
  /** True while readers are being started for a run. */
  preparing: boolean;
  /** Why no run could be made ready, one sentence; null when all is well. */
  problem: string | null;
  refusal: MediaRefusal | null;
  /** The run before this one, kept in memory until the next. */
  lastLog: RunLog | null;
}

interface ManagerParts {
  set: (change: Partial<ManagedState>) => void;
  get: () => ManagedState;
  /** Makes a run ready; the way of the window is `createLiveRun`. */
  create: (options: LiveRunOptions) => Promise<LiveRun>;
  /** Called with a run that is ready, before it can start. */
  adopt: (run: LiveRun) => void;
}

/** Keeps exactly one run: closes the old one before it makes the new one ready, one after the other. */
export class RunManager {
  private queue: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private turn = 0;
  private startWhenReady = false;

  constructor(private readonly parts: ManagerParts) {}

  /** Makes a run of the session's source, settings and link ready, and starts it when asked. */
  prepare(start: boolean): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const mine = ++this.turn;
    this.startWhenReady = start;
    this.parts.set({ preparing: true, problem: null });
    this.queue = this.queue.then(() => this.replace(mine));
  }

  /** The same once nothing has changed for a moment. */
  prepareSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.prepare(this.wantsStart()), SETTLE_MS);
  }

  /** Lets go of the run and of all that it holds; the source stays chosen. */
  leave(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    ++this.turn;
    this.startWhenReady = false;
    this.queue = this.queue.then(() => this.close());
    this.parts.set({ preparing: false });
  }

  /** Starts the run that is being made ready as soon as it is; false when none is. */
  startSoon(): boolean {
    if (this.timer !== undefined) this.prepare(true);
    else if (!this.parts.get().preparing) return false;
    this.startWhenReady = true;
    return true;
  }

  /** Starts, pauses or continues the run; one that has ended, or is not there, is made ready and started. */
  startOrPause(): void {
    if (this.startSoon()) return;
    const { run, media } = this.parts.get();
    if (!run) return media ? this.prepare(true) : undefined;
    switch (run.store.getState().phase) {
      case 'ready':
        return run.start();
      case 'running':
        return run.pause();
      case 'paused':
        return run.continue();
      case 'ended':
        return this.prepare(true);
      case 'preparing':
        return;
    }
  }

  /** A start that was asked for while readers were starting outlives a change of settings. */
  private wantsStart(): boolean {
    return this.parts.get().preparing && this.startWhenReady;
  }

  private async replace(mine: number): Promise<void> {
    if (mine !== this.turn) return;
    try {
      await this.close();
      const { media, settings, link, seed } = this.parts.get();
      if (!media) return this.parts.set({ preparing: false });
      const cameraGone = (problem: CameraProblem): void => this.refuse(problem);
      const run = await this.parts.create({ media, settings, link, seed, cameraGone });
      if (mine !== this.turn) return await run.dispose();
      this.adopt(run);
    } catch (error) {
      if (mine !== this.turn) return;
      if (error instanceof CameraProblem) return this.refuse(error);
      const problem = messageOf(error);
      this.parts.set({ preparing: false, problem });
    }
  }

  private refuse({ message, detail }: CameraProblem): void {
    this.parts.set({ preparing: false, refusal: { code: 'camera', message, detail } });
  }

  private adopt(run: LiveRun): void {
    this.parts.adopt(run);
    this.parts.set({ run, preparing: false });
    if (this.startWhenReady) run.start();
  }

  private async close(): Promise<void> {
    const { run } = this.parts.get();
    if (!run) return;
    const ran = run.nowMs() > 0;
    this.parts.set(ran ? { run: null, lastLog: run.log() } : { run: null });
    await run.dispose();
  }
}
