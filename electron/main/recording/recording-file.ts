import { rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { createFree, isThere, renameFree } from '../../free-name';
import { makeFolder } from '../../make-folder';
import type { KeptRecording } from '../../ipc/recording-requests';
import type { RecordingKind } from '../../../model/camera/recording-kind';
import { say } from '../../words';

/** How much is copied at a time when a recording has to be saved from a folder that is gone, bytes. */
const COPY_BYTES = 1 << 20;

/** The folder of a recording was removed while it was being written. */
export class FolderGone extends Error {
  readonly code = 'ENOENT';
}

/** A recording while it is being written: beside the place where it will be, and named when it has ended. */
export class RecordingFile {
  #bytes = 0;

  private constructor(
    readonly path: string,
    private readonly part: { path: string; handle: FileHandle },
    /** A file that is there already was asked about, and may be replaced. */
    private readonly replaces: boolean,
  ) {}

  /** Begins a file that will be at `path`, absolute; throws the system's error. */
  static async begin(path: string): Promise<RecordingFile> {
    const replaces = await isThere(path);
    return new RecordingFile(path, await createFree(`${path}.part`), replaces);
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Where it is while it is being written. */
  get partPath(): string {
    return this.part.path;
  }

  /** Writes the next bytes; throws the system's error, and then they are no part of the recording. */
  async write(bytes: Uint8Array): Promise<void> {
    const { handle } = this.part;
    let done = 0;
    while (done < bytes.length) {
      const left = bytes.length - done;
      const { bytesWritten } = await handle.write(bytes, done, left, this.#bytes + done);
      done += bytesWritten;
    }
    // Where files are removed while they are open, writing goes on into nowhere.
    if ((await handle.stat()).nlink === 0) throw new FolderGone();
    this.#bytes += bytes.length;
  }

  /**
   * Ends the file with its last whole slice and names it; one that has come to lie there in the meantime stays.
   * When its own folder is gone, what was written goes to `rescueFolder`. Throws the system's error.
   */
  async end(rescueFolder: string): Promise<KeptRecording> {
    const { handle } = this.part;
    try {
      await handle.truncate(this.#bytes);
      // A disk that is full may refuse this; what it holds is named all the same.
      await handle.sync().catch(() => undefined);
      const path = await this.#named().catch((error: unknown) =>
        this.#rescued(rescueFolder, error),
      );
      return { path, bytes: this.#bytes };
    } finally {
      await handle.close();
    }
  }

  /** Throws away what was written. */
  async cancel(): Promise<void> {
    await this.part.handle.close();
    await rm(this.part.path, { force: true });
  }

  async #named(): Promise<string> {
    if (!this.replaces) return renameFree(this.part.path, this.path);
    await rename(this.part.path, this.path);
    return this.path;
  }

  /** The file is still there for those who have it open. */
  async #rescued(folder: string, reason: unknown): Promise<string> {
    if ((reason as NodeJS.ErrnoException).code !== 'ENOENT' || this.#bytes === 0) throw reason;
    await makeFolder(folder);
    const copy = await createFree(join(folder, basename(this.path)));
    try {
      const buffer = new Uint8Array(COPY_BYTES);
      for (let at = 0; at < this.#bytes;) {
        const { bytesRead } = await this.part.handle.read(buffer, 0, COPY_BYTES, at);
        if (bytesRead === 0) throw reason;
        await copy.handle.write(buffer, 0, bytesRead, at);
        at += bytesRead;
      }
      await copy.handle.sync();
    } finally {
      await copy.handle.close();
    }
    return copy.path;
  }
}

/** The name that is proposed for a recording begun at this moment, local time: "camera 2026-11-22 07.15.webm". */
export function proposedName(now: Date, kind: RecordingKind = 'webm'): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
  // A colon is no part of a file's name everywhere.
  const when = `${day} ${two(now.getHours())}.${two(now.getMinutes())}`;
  return `${say('keep.fileName', { when })}.${kind}`;
}

/** The kind that a path's ending names, among those that may be written; the first, and its ending added, for another. */
export function kindOfPath(
  path: string,
  kinds: readonly RecordingKind[],
): { path: string; kind: RecordingKind } {
  const ending = extname(path).slice(1).toLowerCase();
  const named = kinds.find((kind) => kind === ending);
  if (named) return { path, kind: named };
  const kind = kinds[0] ?? 'webm';
  return { path: `${path}.${kind}`, kind };
}
