import type { StoreApi } from 'zustand/vanilla';
import type { Bridge } from '../../../electron/ipc/contract';
import type { KeptRecording } from '../../../electron/ipc/recording-requests';
import { WebmExcerpt } from '../../../model/camera/webm-excerpt';
import { joined } from '../../../model/camera/webm-pieces';
import { say } from '../../ui/words';
import { messageOf } from '../../../model/message-of';

/** So much may wait for the disk, bytes: more than a minute of a camera. */
const MAX_WAITING_BYTES = 16e6;

/** Whether the camera's recording is kept as a file. */
export interface RecordingState {
  state: 'off' | 'asking' | 'on' | 'failed';
  /** The file that is being written; null while there is none. */
  path: string | null;
  /** Written so far. */
  bytes: number;
  /** The file that was kept last; null once nobody has to be told of it any more. */
  kept: KeptRecording | null;
  /** Why the recording is not kept, one sentence; the run goes on. */
  problem: string | null;
}

/** A recording as it comes, slice by slice. */
export interface SliceSource {
  subscribe(listener: (slice: { data: Uint8Array }) => void): () => void;
}

interface KeeperParts {
  store: StoreApi<RecordingState>;
  request: Bridge['request'];
}

/** Keeps the recording of one run after another as files, when asked to: each slice is on the disk before the next is sent. */
export class FileRecorder {
  #excerpt = new WebmExcerpt();
  #source: SliceSource | null = null;
  #leave: () => void = () => undefined;
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #writing: Promise<void> | null = null;

  constructor(private readonly parts: KeeperParts) {}

  /** The recording of the run that is ready now, from its first slice on; null when its source is no camera. */
  async follow(source: SliceSource | null): Promise<void> {
    if (source === this.#source) return;
    this.#leave();
    this.#source = source;
    this.#excerpt = new WebmExcerpt();
    const { state, bytes } = this.parts.store.getState();
    // A file that nothing has come for yet can wait for this run.
    const waits = state === 'on' && bytes + this.#waitingBytes === 0 && !this.#writing && source;
    if (waits) this.#excerpt.begin();
    this.#leave = source?.subscribe(({ data }) => this.#take(data)) ?? (() => undefined);
    if (!waits) await this.end();
  }

  /** Asks where to; from then on the recording is kept. */
  async begin(): Promise<void> {
    const { store, request } = this.parts;
    const { state } = store.getState();
    if (state === 'on' || state === 'asking') return;
    store.setState({ state: 'asking', kept: null, problem: null });
    try {
      const begun = await request('recording:begin');
      if (!begun) return store.setState({ state: 'off' });
      store.setState({ state: 'on', path: begun.path, bytes: 0 });
      this.#excerpt.begin();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Ends the file with what has come until now; one for which nothing came is thrown away. */
  async end(): Promise<void> {
    const { store, request } = this.parts;
    if (store.getState().state !== 'on') return;
    this.#excerpt.end();
    await this.#writing;
    if (store.getState().state !== 'on') return;
    store.setState({ state: 'off', path: null });
    try {
      if (store.getState().bytes === 0) await request('recording:cancel');
      else store.setState({ kept: await request('recording:end') });
    } catch (error) {
      this.#fail(error);
    }
  }

  #take(slice: Uint8Array): void {
    try {
      const bytes = this.#excerpt.push(slice);
      if (bytes.length === 0 || this.parts.store.getState().state !== 'on') return;
      this.#waiting.push(bytes);
      this.#waitingBytes += bytes.length;
      if (this.#waitingBytes > MAX_WAITING_BYTES) return void this.#giveUp('slow');
      this.#writing ??= this.#write().finally(() => (this.#writing = null));
    } catch {
      this.#leave();
      void this.#giveUp('noWebm');
    }
  }

  async #write(): Promise<void> {
    const { store, request } = this.parts;
    try {
      while (this.#waiting.length > 0) {
        const bytes = joined(this.#waiting.splice(0));
        this.#waitingBytes = 0;
        await request('recording:slice', { bytes });
        store.setState({ bytes: store.getState().bytes + bytes.length });
      }
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Ends the file with what is written; nobody is told while none is. */
  async #giveUp(why: 'slow' | 'noWebm'): Promise<void> {
    const { state, path } = this.parts.store.getState();
    if (state !== 'on') return;
    this.#fail(new Error(say(`keep.${why}`, { path: path ?? '' })));
    const kept = await this.parts.request('recording:end').catch(() => null);
    if (kept) this.parts.store.setState({ kept });
  }

  #fail(error: unknown): void {
    this.#excerpt.end();
    this.#waiting = [];
    this.#waitingBytes = 0;
    const problem = messageOf(error);
    this.parts.store.setState({ state: 'failed', path: null, problem });
  }
}
