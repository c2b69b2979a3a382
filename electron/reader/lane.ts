import { ChangingLink } from '../../model/link/changing-link';
import { toReaderSchema, type ReaderConfig, type ToReader } from '../ipc/lane-port';
import { blocksFor, ChunkMemory, type Blocks } from './chunk-memory';
import type { LanePort } from './port';
import { LaneSender } from './lane-sender';
import { residentBytes, restingBytes } from '../process-memory';
import { MESSAGE_BYTES } from './message-batching';
import { MemoryCap } from './memory-cap';
import { RunClock } from './run-clock';
import { FrameMemory } from './frame-memory';
import { SourceFile } from './source-file';
import { sourceFailure, type SourceFailure } from './source-failure';
import type { SourceMemory } from './source-memory';
import { WholeMemory } from './whole-memory';

/** Ten samples a second of wall time. */
const SAMPLE_MS = 100;

/** Smaller chunks than this may wait for one another; larger ones go the moment they have crossed. */
const LARGE_BYTES = MESSAGE_BYTES / 16;

const wallMs = (): number => performance.now();

/** One lane's server side: follows the window's messages, reads, sends and reports until the port closes. */
export class Lane {
  readonly #config: ReaderConfig;
  readonly #port: LanePort;
  readonly #clock = new RunClock();
  #file: SourceFile | null = null;
  /** Set where backpressure is off. */
  readonly #cap: MemoryCap | null;
  /** Set when the source is a camera. */
  #frames: FrameMemory | null = null;
  #sender: LaneSender | null = null;
  #samples: NodeJS.Timeout | null = null;
  #over = false;

  /** `closed` is called once, when nothing of the lane is left; `rest` measures the process before the first read, bytes. */
  constructor(
    config: ReaderConfig,
    port: LanePort,
    private readonly closed: () => void,
    private readonly rest: () => number = restingBytes,
  ) {
    this.#config = config;
    this.#port = port;
    this.#cap = config.rules.readsOn ? new MemoryCap(config.rules.readsOn) : null;
  }

  /** Opens the source and says that the lane is ready, with the memory of the process before the first read. */
  async open(): Promise<void> {
    this.#port.listen(
      (message) => this.#hear(message),
      () => this.close(),
    );
    try {
      const { rules, link } = this.#config;
      const blocks = blocksFor(rules, link.rate);
      this.#sender = this.#makeSender(await this.#makeMemory(blocks), blocks);
    } catch (error) {
      return this.#fail(sourceFailure(error), 0);
    }
    this.#port.post({
      type: 'ready',
      baselineRssBytes: this.rest(),
      pid: process.pid,
      ...(this.#cap && { capBytes: this.#cap.bytes }),
    });
  }

  /** Lets go of everything. */
  close(): void {
    if (this.#over) return;
    this.#over = true;
    this.#sender?.stop();
    this.#sampling(false);
    this.#port.close();
    void (this.#file?.close() ?? Promise.resolve()).catch(() => undefined).then(this.closed);
  }

  async #makeMemory(blocks: Blocks): Promise<SourceMemory> {
    const { file, rules } = this.#config;
    if (!file) return (this.#frames = new FrameMemory(rules.bufferWhole));
    this.#file = await SourceFile.open(file.path, file.bytes);
    const source = [this.#file, file.bytes, rules.chunkBytes] as const;
    return rules.bufferWhole ? new WholeMemory(...source) : new ChunkMemory(...source, blocks);
  }

  #makeSender(memory: SourceMemory, blocks: Blocks): LaneSender {
    const { file, rules, link, seed } = this.#config;
    return new LaneSender({
      rules,
      blocks,
      link: new ChangingLink(link, seed),
      memory,
      together: file !== null && rules.chunkBytes < LARGE_BYTES,
      clock: this.#clock,
      wallMs,
      post: (message) => this.#port.post(message),
      failed: (failure, runMs) => this.#fail(failure, runMs),
      mayRead: (bytes) => this.#cap?.check(bytes, memory.heldBytes),
    });
  }

  #hear(message: unknown): void {
    const parsed = toReaderSchema.safeParse(message);
    if (parsed.success && !this.#over) this.#obey(parsed.data);
  }

  #obey(message: ToReader): void {
    switch (message.type) {
      case 'ping':
        return this.#port.post({ type: 'pong', id: message.id, atMs: wallMs() });
      case 'clock':
        return this.#setClock(message);
      case 'credit':
        return this.#sender?.credit(message.limitBytes);
      case 'cut':
        return this.#sender?.cut(message.down, message.runMs);
      case 'rate':
        return this.#sender?.rate(message.rate, message.runMs);
      case 'frame':
        return this.#take(message.data);
      case 'source-end':
        return this.#sourceEnded();
      case 'close':
        return this.close();
    }
  }

  #take(frame: Uint8Array<ArrayBuffer>): void {
    if (!this.#frames) return;
    if (this.#frames.readBytes === 0) this.#tell('read-start', 0);
    try {
      this.#frames.push(frame);
      this.#sender?.turn();
    } catch (error) {
      this.#sender?.stop();
      this.#fail(sourceFailure(error), this.#clock.nowMs(wallMs()));
    }
  }

  #sourceEnded(): void {
    if (!this.#frames) return;
    this.#frames.end();
    this.#tell('read-end', this.#frames.readBytes);
    this.#sender?.turn();
  }

  #tell(kind: 'read-start' | 'read-end', bytes: number): void {
    this.#port.post({ type: 'event', runMs: this.#clock.nowMs(wallMs()), kind, bytes });
  }

  #setClock(setting: { runMs: number; atMs: number; speed: number }): void {
    const ran = this.#clock.standsFor(wallMs()) === 0;
    this.#clock.set(setting);
    // The window's pause is heard a moment later than it was: what counts is what had crossed by then.
    if (ran) this.#sender?.stand();
    else this.#sender?.turn();
    this.#sample();
    this.#sampling(setting.speed > 0);
  }

  #sampling(on: boolean): void {
    if (this.#samples) clearInterval(this.#samples);
    this.#samples = on ? setInterval(() => this.#sample(), SAMPLE_MS) : null;
  }

  #sample(): void {
    if (!this.#sender) return;
    // Before the counts: they bring the sender up to now, and a copy that it posts is gone in a moment.
    const rssBytes = residentBytes();
    const runMs = this.#clock.nowMs(wallMs());
    const counts = this.#sender.counts();
    this.#port.post({ type: 'sample', runMs, ...counts, rssBytes });
  }

  #fail({ code, detail, memory }: SourceFailure, runMs: number): void {
    const atBytes = this.#sender?.counts().readBytes ?? 0;
    this.#sampling(false);
    this.#port.post({ type: 'failed', runMs, code, detail, atBytes, ...memory });
  }
}
