import { open, type FileHandle } from 'node:fs/promises';
import { makeFolder } from '../make-folder';
import { say } from '../words';
import { pathOfPictures } from './run-folder';
import { troubleOf } from './trouble';
import type { WriterListener } from './run-writer';

/** What waits for a slow disk, bytes; with more the rest of the pictures is not kept. */
const MAX_WAITING_BYTES = 32_000_000;

/**
 * Writes the pictures of a camera beside its run while it goes on. What the disk refuses ends the writing and is said;
 * the run itself is kept all the same.
 */
export class PicturesWriter {
  readonly #folder: string;
  readonly #path: string;
  readonly #heard: WriterListener;
  #file: FileHandle | null = null;
  #waitingBytes = 0;
  #broken = false;
  #turn: Promise<void> = Promise.resolve();

  /** Nothing is there before the first bytes come. */
  constructor(folder: string, runId: string, heard: WriterListener) {
    this.#folder = folder;
    this.#path = pathOfPictures(folder, runId);
    this.#heard = heard;
  }

  /** Takes bytes of the file, and where they belong in it. */
  write(bytes: Uint8Array, position: number): void {
    if (this.#broken) return;
    this.#waitingBytes += bytes.length;
    if (this.#waitingBytes > MAX_WAITING_BYTES) {
      return this.#break(say('runs.trouble.slow', { folder: this.#folder }));
    }
    this.#turn = this.#turn.then(() => this.#write(bytes, position));
  }

  /** Nothing more comes; what is written stays. */
  async close(): Promise<void> {
    await this.#turn;
    const file = this.#file;
    this.#file = null;
    await file?.close().catch(() => undefined);
  }

  async #write(bytes: Uint8Array, position: number): Promise<void> {
    if (this.#broken) return;
    try {
      this.#file ??= await this.#open();
      for (let done = 0; done < bytes.length;) {
        const left = bytes.length - done;
        const { bytesWritten } = await this.#file.write(bytes, done, left, position + done);
        done += bytesWritten;
      }
      this.#waitingBytes -= bytes.length;
    } catch (error) {
      this.#break(troubleOf(error, this.#folder));
    }
  }

  async #open(): Promise<FileHandle> {
    await makeFolder(this.#folder);
    return open(this.#path, 'wx');
  }

  #break(sentence: string): void {
    this.#broken = true;
    this.#heard.trouble(sentence);
  }
}
