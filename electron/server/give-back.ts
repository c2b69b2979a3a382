import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Less than this is left to the engine's own collections, bytes. */
const WORTH_BYTES = 8 * 1024 * 1024;

/** Answers that end together are collected together, ms. */
const TOGETHER_MS = 500;

/**
 * Gives the memory of ended answers back to the system: the engine itself collects large arrays only when it needs
 * more of them, so a server at rest would keep what it last held, and the lesson would show the wrong thing.
 */
export class GiveBack {
  #freedBytes = 0;
  #timer: NodeJS.Timeout | null = null;
  #collect: (() => void) | null = null;

  /** This many bytes are no longer referred to. */
  freed(bytes: number): void {
    this.#freedBytes += bytes;
    if (this.#freedBytes < WORTH_BYTES || this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#freedBytes = 0;
      this.#collect ??= collector();
      this.#collect();
    }, TOGETHER_MS);
    this.#timer.unref();
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
  }
}

/** The engine's full collection, exposed when the process was started without it. */
function collector(): () => void {
  const { gc } = globalThis;
  if (gc) return () => void gc();
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
