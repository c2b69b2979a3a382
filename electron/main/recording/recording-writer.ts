import type { KeptRecording } from '../../ipc/recording-requests';
import { bufferFigure } from '../../../model/figures';
import { diskReason } from '../../disk-reason';
import { say } from '../../words';
import type { LeftRecording } from './left-recording';
import { RecordingFile } from './recording-file';

/** Keeps a camera's recording as a file, one at a time; every error is a sentence. */
export class RecordingWriter {
  #file: RecordingFile | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  /** What cannot be kept where it was wanted, because its folder is gone, goes to `rescueFolder`. */
  constructor(
    private readonly rescueFolder: string,
    private readonly left: Pick<LeftRecording, 'note' | 'clear'>,
  ) {}

  /** Begins a file, and ends one that is still being written. */
  begin(path: string): Promise<{ path: string }> {
    return this.#inTurn(async () => {
      await this.#end();
      try {
        this.#file = await RecordingFile.begin(path);
      } catch (error) {
        throw new Error(say('keep.cannotBegin', { path, reason: reasonOf(error) }), {
          cause: error,
        });
      }
      this.left.note({ path, part: this.#file.partPath });
      return { path };
    });
  }

  /** Writes the next bytes. What fails ends the file; the sentence says what is kept of it. */
  slice(bytes: Uint8Array): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.#file) throw new Error(say('keep.none'));
      try {
        await this.#file.write(bytes);
      } catch (error) {
        throw new Error(await this.#broken(reasonOf(error)), { cause: error });
      }
    });
  }

  /** Ends the file and names it; null when none is being written. */
  end(): Promise<KeptRecording | null> {
    return this.#inTurn(() => this.#end());
  }

  /** Throws away the file that is being written. */
  cancel(): Promise<void> {
    return this.#inTurn(async () => {
      const file = this.#file;
      this.#file = null;
      await file?.cancel();
      if (file) this.left.clear();
    });
  }

  /** Ends what is being written, for whom nobody can be told anything any more: on leaving the page and on quitting. */
  async close(): Promise<void> {
    await this.end().catch((error: unknown) => console.error(String(error)));
  }

  async #end(): Promise<KeptRecording | null> {
    const file = this.#file;
    if (!file) return null;
    this.#file = null;
    // What cannot be named now is told of now, with its place.
    this.left.clear();
    try {
      return await file.end(this.rescueFolder);
    } catch (error) {
      const gaps = { path: file.path, reason: reasonOf(error) };
      throw new Error(say('keep.cannotEnd', gaps), { cause: error });
    }
  }

  async #broken(reason: string): Promise<string> {
    if (this.#file?.bytes === 0) {
      await this.#file.cancel();
      this.#file = null;
      this.left.clear();
      return say('keep.nothing', { reason });
    }
    const kept = await this.#end().catch(() => null);
    if (!kept) return say('keep.lost', { reason });
    return say('keep.cut', { reason, path: kept.path, size: bufferFigure(kept.bytes) });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }
}

function reasonOf(error: unknown): string {
  const { reason, code } = diskReason(error);
  return say(`keep.reasons.${reason}`, { code });
}
