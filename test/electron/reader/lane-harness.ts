import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { onTestFinished } from 'vitest';
import type { FromReader, ReaderConfig, ToReader } from '../../../electron/ipc/lane-port';
import { Lane } from '../../../electron/reader/lane';
import { nodePort } from '../../../electron/reader/port';
import type { LaneRules, Method } from '../../../model/delivery/types';

type Of<T extends FromReader['type']> = Extract<FromReader, { type: T }>;

/** A temporary file of random bytes that goes with the test. */
export function sourceFile(bytes: number): { path: string; folder: string; content: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'bufferscope-reader-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'source.bin');
  const content = randomBytes(bytes);
  writeFileSync(path, content);
  return { path, folder, content };
}

/** The rules of a lane in which only reading and sending matter. */
export function rulesOf(method: Method, chunkBytes: number, readAheadChunks = 0): LaneRules {
  const bufferWhole = method === 'full-buffer';
  return {
    method,
    chunkBytes,
    startBytes: 0,
    resumeBytes: 0,
    maxBufferBytes: bufferWhole ? Infinity : 20e6,
    readAheadChunks,
    bufferWhole,
    bufferLimitRaised: false,
  };
}

/** A lane over a real port, and this end of it: what it said, and when each message was heard (wall ms). */
export class LaneHarness {
  readonly heard: { message: FromReader; wallMs: number }[] = [];
  closed = false;
  readonly #port: MessagePort;
  readonly #waiting = new Set<() => void>();

  constructor(config: ReaderConfig) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port2;
    port2.on('message', (message: FromReader) => {
      this.heard.push({ message, wallMs: performance.now() });
      this.#look();
    });
    const lane = new Lane(config, nodePort(port1), () => {
      this.closed = true;
      this.#look();
    });
    onTestFinished(() => lane.close());
    void lane.open();
  }

  tell(message: ToReader): void {
    this.#port.postMessage(message);
  }

  /** What is no message at all. */
  babble(message: unknown): void {
    this.#port.postMessage(message);
  }

  /** This end goes away without a word. */
  hangUp(): void {
    this.#port.close();
  }

  /** Credit for everything, and the clock set going now; returns the wall time of run time 0. */
  start(speed = 1, limitBytes = Number.MAX_SAFE_INTEGER): number {
    const atMs = performance.now();
    this.tell({ type: 'credit', limitBytes });
    this.tell({ type: 'clock', runMs: 0, atMs, speed });
    return atMs;
  }

  all<T extends FromReader['type']>(type: T): Of<T>[] {
    return this.heard
      .map(({ message }) => message)
      .filter((one): one is Of<T> => one.type === type);
  }

  /** Waits until what was heard makes it true. */
  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise<void>((resolve) => this.#waiting.add(resolve));
  }

  async ready(): Promise<this> {
    await this.until(() => this.all('ready').length > 0);
    return this;
  }

  async failed(): Promise<Of<'failed'>> {
    await this.until(() => this.all('failed').length > 0);
    return this.all('failed')[0] as Of<'failed'>;
  }

  get receivedBytes(): number {
    return this.all('bytes').reduce((sum, { data }) => sum + data.byteLength, 0);
  }

  /** SHA-256 of everything received, after checking that each message begins where the last one ended. */
  hash(): string {
    const hash = createHash('sha256');
    let offset = 0;
    for (const message of this.all('bytes')) {
      if (message.offset !== offset) throw new Error(`gap at ${offset}`);
      if (message.data.buffer.byteLength !== message.data.byteLength) throw new Error('not tight');
      offset += message.data.byteLength;
      hash.update(message.data);
    }
    return hash.digest('hex');
  }

  #look(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const wake of waiting) wake();
  }
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
