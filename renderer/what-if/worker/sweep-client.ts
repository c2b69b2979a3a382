import type { SourceShape } from '../../../model/media/types';
import { createStore } from 'zustand/vanilla';
import type { SweepPoint } from '../../../model/sweep/types';
import type { Detail, DetailQuery, FromWorker, SweepQuery, ToWorker } from './messages';
import { useStore } from 'zustand';

/** A sweep that takes longer than this shows how far it is, and the picture before it is dimmed, ms. */
const LATE_MS = 120;
/** A worker that does not answer a cancel within this time is ended, ms. */
const DEAF_MS = 1500;

/** The points of one sweep, in the order of their values. */
export interface Swept {
  /** Tells one sweep from another. */
  key: string;
  order: SweepQuery;
  points: readonly SweepPoint[];
}

/** What the worker has said so far. */
export interface SweepState {
  phase: 'idle' | 'running' | 'done' | 'cancelled' | 'failed';
  /** The newest sweep, perhaps not yet complete. */
  now: Swept | null;
  /** The last complete one, while the newest is not. */
  before: Swept | null;
  /** The newest sweep has been running for a while. */
  late: boolean;
  detail: Detail | null;
  /** The key of that detail. */
  detailKey: string;
  /** Why it failed, one sentence. */
  message: string;
}

const INITIAL: SweepState = {
  phase: 'idle',
  now: null,
  before: null,
  late: false,
  detail: null,
  detailKey: '',
  message: '',
};

/** The window's side of the worker: the newest request counts, whatever was asked before is forgotten. */
export class SweepClient {
  readonly store = createStore<SweepState>()(() => INITIAL);
  #worker: Worker | null = null;
  #media: SourceShape | null = null;
  #generation = 0;
  /** What the newest sweep has said, shown or not. */
  #heard: SweepPoint[] = [];
  #lateTimer: ReturnType<typeof setTimeout> | undefined;
  #deafTimer: ReturnType<typeof setTimeout> | undefined;
  /** The newest requests, so that the same is not asked for twice. */
  #askedSweep = '';
  #askedDetail = '';
  /** What is still to be answered: a worker that takes the place of another one is asked again. */
  readonly #unanswered = new Map<'sweep' | 'detail', ToWorker>();

  constructor(private readonly open: () => Worker) {}

  /** Sweeps, in place of any sweep before; `key` says all that the sweep depends on. */
  sweep(key: string, order: SweepQuery, media: SourceShape): void {
    if (key === this.#askedSweep) return;
    this.#askedSweep = key;
    this.#heard = [];
    const { now, before, phase } = this.store.getState();
    const complete = phase === 'done' ? now : before;
    this.#ask(media, { type: 'sweep', generation: ++this.#generation, order });
    this.#set({
      phase: 'running',
      now: { key, order, points: [] },
      before: complete?.order.axis === order.axis ? complete : null,
      message: '',
    });
    if (this.#lateTimer !== undefined) return;
    this.#lateTimer = setTimeout(() => {
      this.#lateTimer = undefined;
      if (this.store.getState().phase !== 'running') return;
      this.#set({ late: true });
      this.#show();
    }, LATE_MS);
  }

  /** Asks for the detail of one value, in place of any that was asked for and is not yet there. */
  detail(key: string, order: DetailQuery, media: SourceShape): void {
    if (key === this.#askedDetail) return;
    this.#askedDetail = key;
    this.#ask(media, { type: 'detail', key, order });
  }

  /** Stops the sweep; the points that are there stay. */
  cancel(): void {
    if (this.store.getState().phase !== 'running') return;
    this.#worker?.postMessage({ type: 'cancel' } satisfies ToWorker);
    this.#generation += 1;
    this.#unanswered.delete('sweep');
    this.#show();
    this.#settle('cancelled');
    this.#deafTimer ??= setTimeout(() => this.#replace(), DEAF_MS);
  }

  /** Ends the worker; the next request starts another. */
  dispose(): void {
    this.#end();
    clearTimeout(this.#lateTimer);
    this.#lateTimer = undefined;
    if (this.store.getState().phase === 'running') this.#settle('cancelled');
  }

  #ask(media: SourceShape, message: Extract<ToWorker, { type: 'sweep' | 'detail' }>): void {
    this.#unanswered.set(message.type, message);
    this.#send(media, message);
  }

  #send(media: SourceShape, message: ToWorker): void {
    this.#worker ??= this.#start();
    if (this.#media !== media) {
      this.#media = media;
      this.#worker.postMessage({ type: 'media', media } satisfies ToWorker);
    }
    this.#worker.postMessage(message);
  }

  #start(): Worker {
    const worker = this.open();
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#hear(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#end();
      this.#fail(event.message);
    };
    return worker;
  }

  /** Ends a worker that is deaf; another one is asked for what is still wanted. */
  #replace(): void {
    const media = this.#media;
    this.#terminate();
    if (!this.#unanswered.has('sweep')) this.#askedSweep = '';
    if (!this.#unanswered.has('detail')) this.#askedDetail = '';
    if (!media) return;
    for (const message of this.#unanswered.values()) this.#send(media, message);
  }

  #end(): void {
    this.#terminate();
    this.#unanswered.clear();
    this.#askedSweep = '';
    this.#askedDetail = '';
  }

  #terminate(): void {
    clearTimeout(this.#deafTimer);
    this.#deafTimer = undefined;
    this.#worker?.terminate();
    this.#worker = null;
    this.#media = null;
  }

  #hear(message: FromWorker): void {
    switch (message.type) {
      case 'points':
        return this.#points(message.generation, message.points, message.done);
      case 'detail':
        if (message.key === this.#askedDetail) this.#unanswered.delete('detail');
        return this.#set({ detail: message.detail, detailKey: message.key });
      case 'cancelled':
        clearTimeout(this.#deafTimer);
        this.#deafTimer = undefined;
        return;
      case 'failed':
        return this.#fail(message.message);
    }
  }

  #points(generation: number, points: readonly SweepPoint[], done: boolean): void {
    if (generation !== this.#generation) return;
    this.#heard.push(...points);
    // Until the sweep is late the picture before it stands, so that a few points change nothing yet.
    const { before, late } = this.store.getState();
    if (done || late || !before) this.#show();
    if (!done) return;
    this.#unanswered.delete('sweep');
    this.#settle('done');
  }

  #show(): void {
    const { now } = this.store.getState();
    if (!now || now.points.length === this.#heard.length) return;
    const points = [...this.#heard].sort((a, b) => a.value - b.value);
    this.#set({ now: { ...now, points } });
  }

  #settle(phase: 'done' | 'cancelled'): void {
    clearTimeout(this.#lateTimer);
    this.#lateTimer = undefined;
    this.#set({
      phase,
      late: false,
      before: phase === 'done' ? null : this.store.getState().before,
    });
  }

  #fail(message: string): void {
    this.#unanswered.clear();
    clearTimeout(this.#lateTimer);
    this.#lateTimer = undefined;
    this.#set({ phase: 'failed', late: false, message });
  }

  #set(change: Partial<SweepState>): void {
    this.store.setState(change);
  }
}

/** The one worker of the room, begun with the first request and ended when the room is left. */
export const client = new SweepClient(
  () => new Worker(new URL('./sweep-worker', import.meta.url), { type: 'module' }),
);

/** A part of what the worker has said, for React. */
export function useSweep<T>(select: (state: SweepState) => T): T {
  return useStore(client.store, select);
}
