import { randomBytes } from 'node:crypto';

import { dirname } from 'node:path';
import { makeFolder } from '../../make-folder';
import type { RunLog } from '../../../model/run/schema';
import { messageOf } from '../../../model/message-of';
import { estimateVideoBytes } from '../../../model/video/estimate';
import { paceOf } from '../../../model/video/foresee';
import { subjectOf } from '../../../model/video/subject';
import type { VideoOptions, VideoOutcome, VideoProgress, VideoResult } from '../../ipc/video';
import type { QueuedVideo, VideoState } from '../../ipc/video-queue-requests';
import { say } from '../../words';
import { freeName } from '../../free-name';
import type { makeVideo } from '../video/make-video';
import type { VideoJournal } from './video-journal';
import type { VideoPace } from './video-pace';

/** A video that is wanted. */
export interface WantedVideo {
  title: string;
  /** Absolute. */
  file: string;
  /** A file that is there may be replaced. */
  force: boolean;
  /** The file of its camera's pictures; null for none. */
  pictures: string | null;
  options: VideoOptions;
}

/** What a queue works with, and who hears of it. */
export interface QueueOptions {
  journal: VideoJournal;
  pace: VideoPace;
  make: typeof makeVideo;
  changed: (videos: QueuedVideo[]) => void;
  progress: (id: string, progress: VideoProgress, goingMs: number) => void;
  drawn: (id: string, png: Buffer) => void;
}

interface Item extends WantedVideo {
  id: string;
  subject: QueuedVideo['subject'];
  state: VideoState;
  /** The frame that was drawn last. */
  picture: Buffer | null;
  /** Its run, where the journal could not take it; null where the journal has it. */
  log: RunLog | null;
}

/** The one that is made now. */
interface Making {
  item: Item;
  sinceMs: number;
  stop: AbortController;
  over: Promise<void>;
}

/** Videos that are made one after the other, in the order in which they were asked for or moved to. */
export class VideoQueue {
  readonly #options: QueueOptions;
  #items: Item[] = [];
  #making: Making | null = null;
  #left = false;

  constructor(options: QueueOptions) {
    this.#options = options;
  }

  /** All that wait, are made, or are over and not yet put away. */
  videos(): QueuedVideo[] {
    return this.#items.map(({ id, title, file, options, subject, state }) => ({
      ...{ id, title, file, options, subject },
      state: this.#timed(id, state),
    }));
  }

  /** True while one is made. */
  get busy(): boolean {
    return this.#making !== null;
  }

  /** How many wait. */
  get waiting(): number {
    return this.#items.filter(({ state }) => state.is === 'waiting').length;
  }

  /** True for a path that one that waits or is made is to have. */
  takes(path: string): boolean {
    return this.#items.some(({ file, state }) => file === path && isAhead(state));
  }

  /** The frame of a video that was drawn last; null while there is none. */
  pictureOf(id: string): Buffer | null {
    return this.#find(id)?.picture ?? null;
  }

  /** What those that wait or are made will still write, and where. */
  foreseen(): { file: string; bytes: number }[] {
    return this.#items
      .filter(({ state }) => isAhead(state))
      .map(({ file, options, subject, state }) => {
        const written = state.is === 'running' ? (state.progress?.bytes ?? 0) : 0;
        const bytes = estimateVideoBytes(options, subject.lengthMs) - written;
        return { file, bytes: Math.max(0, bytes) };
      });
  }

  /** The run of a video; throws when it is none of the queue's. */
  async logOf(id: string): Promise<RunLog> {
    const item = this.#find(id);
    if (!item) throw new Error(say('videoExport.refused.gone'));
    return item.log ?? this.#options.journal.logOf(id);
  }

  /** The file of the pictures of a video's camera; null for none. */
  picturesOf(id: string): string | null {
    return this.#find(id)?.pictures ?? null;
  }

  /** Puts a video at the end; returns its id. */
  async add(wanted: WantedVideo, log: RunLog): Promise<string> {
    if (this.takes(wanted.file))
      throw new Error(say('videoExport.refused.taken', { path: wanted.file }));
    const id = newVideoId();
    const item: Item = {
      ...{ ...wanted, id, subject: subjectOf(log) },
      ...{ state: { is: 'waiting' }, picture: null, log },
    };
    this.#items.push(item);
    this.#told();
    await this.#options.journal.add({ id, ...wanted }, log).then(
      () => (item.log = null),
      // One that the next start cannot know of is made all the same.
      () => undefined,
    );
    this.#next();
    return id;
  }

  /** A video that was rescued is among those that are over. */
  addRescued(wanted: WantedVideo, result: VideoResult, log: RunLog | null): void {
    const id = newVideoId();
    const subject = log ? subjectOf(log) : NOTHING_KNOWN;
    const early = say('videoExport.rescued');
    const state: VideoState = { is: 'done', result, tookMs: null, early };
    this.#items.unshift({ ...wanted, id, subject, state, picture: null, log });
    this.#told();
  }

  /** Moves one that waits before (-1) or behind (1) the next that waits. */
  move(id: string, by: -1 | 1): void {
    const at = this.#items.findIndex((item) => item.id === id && item.state.is === 'waiting');
    const [item, other] = [this.#items[at], this.#items[at + by]];
    if (!item || other?.state.is !== 'waiting') return;
    this.#items[at] = other;
    this.#items[at + by] = item;
    this.#told();
  }

  /** Ends the one that is made, keeping what is drawn or not; any other is put away. */
  async remove(id: string, keep: boolean): Promise<void> {
    const making = this.#making;
    if (making?.item.id !== id) return this.#putAway(id);
    const { state } = making.item;
    if (state.is === 'running') making.item.state = { ...state, ending: true };
    making.stop.abort(keep ? 'keep' : 'delete');
    this.#told();
    await making.over;
  }

  /** The app ends: what is drawn is kept, and none that waits is begun. */
  async leave(): Promise<void> {
    this.#left = true;
    if (this.#making) await this.remove(this.#making.item.id, true);
  }

  async #putAway(id: string): Promise<void> {
    this.#items = this.#items.filter((item) => item.id !== id);
    this.#told();
    await this.#options.journal.forget(id);
  }

  /** Begins the next one, unless one is made. */
  #next(): void {
    if (this.#making || this.#left) return;
    const item = this.#items.find(({ state }) => state.is === 'waiting');
    if (!item) return;
    const stop = new AbortController();
    const sinceMs = performance.now();
    item.state = { is: 'running', progress: null, goingMs: 0, ending: false };
    const over = this.#make(item, stop.signal, sinceMs).then(() => {
      this.#making = null;
      this.#told();
      this.#next();
    });
    this.#making = { item, sinceMs, stop, over };
    this.#told();
  }

  /** Settles when it is over, whatever came of it. */
  async #make(item: Item, signal: AbortSignal, sinceMs: number): Promise<void> {
    const { journal, make, pace } = this.#options;
    try {
      const log = item.log ?? (await journal.logOf(item.id));
      await makeFolder(dirname(item.file));
      if (!item.force) item.file = await freeName(item.file);
      signal.throwIfAborted();
      const { title, file, force, pictures, options } = item;
      const job = { log, title, file, options, force, pictures, notes: journal.notes };
      const outcome = await make(job, {
        signal,
        onProgress: (progress) => this.#came(item, progress, sinceMs),
        onPicture: (png) => {
          item.picture = png;
          this.#options.drawn(item.id, png);
        },
      });
      const tookMs = performance.now() - sinceMs;
      if (outcome.ended === 'whole') {
        const frames = item.state.is === 'running' ? (item.state.progress?.frames ?? 0) : 0;
        const shown = paceOf(options, frames, tookMs);
        if (shown !== null) pace.learn(shown);
      }
      await this.#over(item, outcome, tookMs);
    } catch (error) {
      // It was to leave nothing, or was told to end before there was anything to keep.
      if (signal.aborted && (signal.reason === 'delete' || error === signal.reason))
        return this.#over(item, { ended: 'deleted' }, 0);
      await journal.settle(item.id).catch(() => undefined);
      item.state = { is: 'failed', message: messageOf(error) };
    }
  }

  async #over(item: Item, outcome: VideoOutcome, tookMs: number): Promise<void> {
    if (outcome.ended === 'deleted') {
      this.#items = this.#items.filter((other) => other !== item);
      await this.#options.journal.forget(item.id).catch(() => undefined);
      return;
    }
    const { result } = outcome;
    const early = outcome.ended === 'kept' ? outcome.message : null;
    await this.#options.journal.settle(item.id).catch(() => undefined);
    item.file = result.file;
    item.state = { is: 'done', result, tookMs, early };
  }

  #came(item: Item, progress: VideoProgress, sinceMs: number): void {
    if (item.state.is !== 'running') return;
    item.state = { ...item.state, progress };
    this.#options.progress(item.id, progress, performance.now() - sinceMs);
  }

  /** How long the one that is made has been going. */
  #timed(id: string, state: VideoState): VideoState {
    if (state.is !== 'running' || this.#making?.item.id !== id) return state;
    return { ...state, goingMs: performance.now() - this.#making.sinceMs };
  }

  #find(id: string): Item | undefined {
    return this.#items.find((item) => item.id === id);
  }

  #told(): void {
    this.#options.changed(this.videos());
  }
}

/** A name for a video that sorts by its moment and is a name of files. */
const newVideoId = (): string =>
  `${String(Date.now()).padStart(15, '0')}-${randomBytes(3).toString('hex')}`;

const isAhead = ({ is }: VideoState): boolean => is === 'waiting' || is === 'running';

/** Of a video that was rescued without its run nothing is known but its file. */
const NOTHING_KNOWN: QueuedVideo['subject'] = {
  ...{ lengthMs: 0, methods: [], hasAudio: false, unseen: false },
  ...{ chapters: [], captionsMs: [], outages: [] },
};
