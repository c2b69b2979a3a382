import { open, type FileHandle } from 'node:fs/promises';
import type { ServedFile } from '../ipc/server-port';
import { say } from '../words';
import { Refused } from './http/refused';

/** The files that there are to serve; a request can only say which of the two. */
export interface ServedFiles {
  text: ServedFile | null;
  media: ServedFile | null;
}

/** The file that `?file=` names; throws Refused 404 when there is none. */
export function servedFile(files: ServedFiles, which: 'text' | 'media'): ServedFile {
  const file = files[which];
  if (!file) throw new Refused(404, say(`serve.refused.no-${which}`));
  return file;
}

/** A served file, opened once for each answer; a file that grows is sent as long as it was then. */
export class OpenFile {
  private constructor(
    private readonly name: string,
    private readonly handle: FileHandle,
    readonly bytes: number,
  ) {}

  /** Throws Refused 500 when it cannot be read. */
  static async open({ path, name }: ServedFile): Promise<OpenFile> {
    let handle: FileHandle | null = null;
    try {
      handle = await open(path, 'r');
      const stat = await handle.stat();
      if (!stat.isFile()) throw unreadable(name, 'EISDIR');
      return new OpenFile(name, handle, stat.size);
    } catch (error) {
      await handle?.close();
      throw failure(name, error);
    }
  }

  /** Fills the whole of `target` from `offset` of the file on; throws Refused when the file ends before. */
  async fill(target: Uint8Array, offset: number): Promise<void> {
    let filled = 0;
    while (filled < target.byteLength) {
      const left = target.byteLength - filled;
      const { bytesRead } = await this.handle
        .read(target, filled, left, offset + filled)
        .catch((error: unknown) => Promise.reject(failure(this.name, error)));
      if (bytesRead === 0)
        throw new Refused(500, say('serve.refused.truncated', { name: this.name }));
      filled += bytesRead;
    }
  }

  close(): Promise<void> {
    return this.handle.close();
  }
}

function failure(name: string, error: unknown): Refused {
  if (error instanceof Refused) return error;
  return unreadable(name, (error as NodeJS.ErrnoException).code ?? String(error));
}

function unreadable(name: string, reason: string): Refused {
  return new Refused(500, say('serve.refused.unreadable', { name, reason }));
}
