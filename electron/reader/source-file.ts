import type { BigIntStats } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { SourceFailure, sourceFailure } from './source-failure';

/** The source on disk, read block by block; each read first makes sure that it is still the same file. */
export class SourceFile {
  private constructor(
    private readonly path: string,
    private readonly bytes: number,
    private readonly handle: FileHandle,
    private readonly identity: BigIntStats,
  ) {}

  /** Opens a source that is known to hold `bytes` bytes; throws SourceFailure. */
  static async open(path: string, bytes: number): Promise<SourceFile> {
    let handle: FileHandle | null = null;
    try {
      handle = await open(path, 'r');
      const identity = await handle.stat({ bigint: true });
      const file = new SourceFile(path, bytes, handle, identity);
      if (identity.size > bytes) throw new SourceFailure('file-replaced', sizes(identity, bytes));
      file.#compare(identity);
      return file;
    } catch (error) {
      await handle?.close();
      throw sourceFailure(error);
    }
  }

  /** Fills the whole of `target` from `offset` on; throws SourceFailure. */
  async fill(target: Uint8Array, offset: number): Promise<void> {
    try {
      this.#compare(await stat(this.path, { bigint: true }));
      let filled = 0;
      while (filled < target.byteLength) {
        const { bytesRead } = await this.handle.read(
          target,
          filled,
          target.byteLength - filled,
          offset + filled,
        );
        if (bytesRead === 0) throw new SourceFailure('file-truncated', `end at ${offset + filled}`);
        filled += bytesRead;
      }
    } catch (error) {
      throw sourceFailure(error);
    }
  }

  close(): Promise<void> {
    return this.handle.close();
  }

  /** A file that only grew still begins with the bytes that were opened; any other change is the end. */
  #compare(now: BigIntStats): void {
    const { ino, dev, mtimeNs } = this.identity;
    if (now.ino !== ino || now.dev !== dev)
      throw new SourceFailure('file-replaced', 'another file');
    if (now.size < this.bytes) throw new SourceFailure('file-truncated', sizes(now, this.bytes));
    if (now.size === this.identity.size && now.mtimeNs !== mtimeNs) {
      throw new SourceFailure('file-replaced', 'written to');
    }
  }
}

function sizes(now: BigIntStats, bytes: number): string {
  return `${now.size} of ${bytes} bytes`;
}
