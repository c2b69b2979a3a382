import type { StoreApi } from 'zustand/vanilla';
import type { Bridge } from '../../../electron/ipc/contract';
import type { KeptRecording } from '../../../electron/ipc/recording-requests';
import type { EncodedFrame, FrameConfig } from '../../../model/camera/frame';
import type { RecordingKind } from '../../../model/camera/recording-kind';
import { messageOf } from '../../../model/message-of';
import type { FrameSource } from '../../camera/frame-source';
import { say } from '../../ui/words';
import type { FrameFile } from '../../camera/recording/frame-file';

/** So much may wait for the disk, bytes: more than a minute of a camera. */
const MAX_WAITING_BYTES = 16e6;

/**
 * An MP4 grows by whole groups of pictures: what came since the last key frame is lost with a computer that fails. One
 * that is so old, microseconds, is followed by another that is asked for.
 */
const MAX_GROUP_US = 900_000;

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

/** The frames of a camera as they come, and the way to a picture that a file can begin with. */
export type RecordedFrames = Pick<FrameSource, 'subscribe' | 'requestKeyFrame'>;

interface RecorderParts {
  store: StoreApi<RecordingState>;
  request: Bridge['request'];
  /** The kinds of file that hold what the camera gives. */
  kinds: () => readonly RecordingKind[];
}

/** Keeps the frames of one run after another as files, when asked to: each piece is on the disk before the next is sent. */
export class FileRecorder {
  #source: RecordedFrames | null = null;
  #leave: () => void = () => undefined;
  #file: FrameFile | null = null;
  #kind: RecordingKind | null = null;
  /** Capture time of the newest key frame, or of the moment at which one was asked for, microseconds. */
  #keyUs = 0;
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #writing: Promise<void> | null = null;

  constructor(private readonly parts: RecorderParts) {}

  /** The frames of the run that is ready now, from its first on; null when its source is no camera. */
  async follow(source: RecordedFrames | null): Promise<void> {
    if (source === this.#source) return;
    this.#leave();
    this.#leave = () => undefined;
    this.#source = source;
    // A file that nothing has come for yet can wait for this run.
    const waits = this.#file?.begun === false && source;
    if (!waits) await this.end();
    if (source && source === this.#source) this.#listen(source);
  }

  /** Asks where to; from the next key frame on, asked for at once, what the camera gives is kept. */
  async begin(): Promise<void> {
    const { store, request, kinds } = this.parts;
    const { state } = store.getState();
    if (state === 'on' || state === 'asking') return;
    store.setState({ state: 'asking', kept: null, problem: null });
    try {
      const begun = await request('recording:begin', { kinds: [...kinds()] });
      if (!begun) return store.setState({ state: 'off' });
      // What writes files is loaded with the first.
      const { FrameFile: File } = await import('../../camera/recording/frame-file');
      this.#file = new File(begun.kind, (bytes) => this.#take(bytes));
      this.#kind = begun.kind;
      store.setState({ state: 'on', path: begun.path, bytes: 0 });
      this.#source?.requestKeyFrame();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Ends the file with what has come until now; one for which nothing came is thrown away. */
  async end(): Promise<void> {
    const file = this.#file;
    if (!file) return;
    this.#file = null;
    const { store, request } = this.parts;
    try {
      await file.finish();
    } catch {
      return this.#giveUp('noFile');
    }
    try {
      await this.#writing;
      if (store.getState().state !== 'on') return;
      store.setState({ state: 'off', path: null });
      if (store.getState().bytes === 0) await request('recording:cancel');
      else store.setState({ kept: await request('recording:end') });
    } catch (error) {
      this.#fail(error);
    }
  }

  #listen(source: RecordedFrames): void {
    this.#leave = source.subscribe((frame, config) => this.#hear(frame, config));
  }

  #hear(frame: EncodedFrame, config: FrameConfig): void {
    try {
      this.#file?.push(frame, config);
    } catch {
      void this.#giveUp('noFile');
    }
    if (frame.track === 'video') this.#keepGroupsShort(frame);
  }

  #keepGroupsShort({ key, timeUs }: EncodedFrame): void {
    if (key || !this.#file || this.#kind !== 'mp4') {
      this.#keyUs = timeUs;
    } else if (timeUs - this.#keyUs >= MAX_GROUP_US) {
      this.#keyUs = timeUs;
      this.#source?.requestKeyFrame();
    }
  }

  #take(bytes: Uint8Array): void {
    if (this.parts.store.getState().state !== 'on') return;
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.length;
    if (this.#waitingBytes > MAX_WAITING_BYTES) return void this.#giveUp('slow');
    this.#writing ??= this.#write().finally(() => (this.#writing = null));
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
  async #giveUp(why: 'slow' | 'noFile'): Promise<void> {
    const { state, path, bytes } = this.parts.store.getState();
    if (state !== 'on') return;
    this.#fail(new Error(say(`keep.${why}`, { path: path ?? '' })));
    const { request, store } = this.parts;
    const ask = bytes === 0 && !this.#writing ? 'recording:cancel' : 'recording:end';
    const kept = await request(ask).catch(() => undefined);
    if (kept) store.setState({ kept });
  }

  #fail(error: unknown): void {
    this.#file = null;
    this.#waiting = [];
    this.#waitingBytes = 0;
    const problem = messageOf(error);
    this.parts.store.setState({ state: 'failed', path: null, problem });
  }
}

/** All of these bytes behind each other, in an array of their own. */
function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
