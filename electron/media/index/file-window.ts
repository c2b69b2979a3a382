import type { FileHandle } from 'node:fs/promises';

/** Reads small pieces of a large file, ascending, through one reused buffer. */
export class FileWindow {
  #buffer: Buffer;
  #start = 0;
  #length = 0;

  constructor(
    private readonly file: FileHandle,
    /** Size of the file, bytes. */
    readonly size: number,
    windowBytes = 64 * 1024,
  ) {
    this.#buffer = Buffer.alloc(windowBytes);
  }

  /** The bytes at an offset; fewer at the end of the file. Valid until the next call. */
  async read(offset: number, length: number): Promise<Buffer> {
    // What claims to be longer than the file is as long as the file.
    length = Math.min(length, this.size);
    if (length > this.#buffer.length) this.#buffer = Buffer.alloc(length);
    const inside = offset >= this.#start && offset + length <= this.#start + this.#length;
    if (!inside && offset < this.size) {
      const { bytesRead } = await this.file.read(this.#buffer, 0, this.#buffer.length, offset);
      this.#start = offset;
      this.#length = bytesRead;
    }
    const from = offset - this.#start;
    if (from < 0 || from >= this.#length) return Buffer.alloc(0);
    return this.#buffer.subarray(from, Math.min(from + length, this.#length));
  }
}
