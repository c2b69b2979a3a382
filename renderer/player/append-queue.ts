/** One thing done to a SourceBuffer or its MediaSource; all times in seconds. */
export type BufferOperation =
  | { kind: 'append'; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'remove'; fromS: number; toS: number }
  | { kind: 'duration'; seconds: number }
  | { kind: 'end' };

/** What the queue tells its owner. */
export interface QueueEvents {
  /** An operation is complete; `idle` when none is waiting. */
  done(operation: BufferOperation, idle: boolean): void;
  /** The operation was refused; it has been taken off the queue, which goes on with the next. */
  refused(operation: BufferOperation, error: DOMException): void;
}

/** Operations on one SourceBuffer, one at a time and in order; only `updateend` brings on the next. */
export class AppendQueue {
  readonly #source: MediaSource;
  readonly #buffer: SourceBuffer;
  readonly #events: QueueEvents;
  readonly #waiting: BufferOperation[] = [];
  #running: BufferOperation | null = null;
  #closed = false;

  constructor(source: MediaSource, buffer: SourceBuffer, events: QueueEvents) {
    this.#source = source;
    this.#buffer = buffer;
    this.#events = events;
    buffer.addEventListener('updateend', this.#onUpdateEnd);
  }

  /** True while an operation runs or waits. */
  get busy(): boolean {
    return this.#running !== null || this.#waiting.length > 0;
  }

  /** Puts an operation at the end. */
  add(operation: BufferOperation): void {
    this.#waiting.push(operation);
    this.#next();
  }

  /** Drops what waits and touches the SourceBuffer no more. */
  close(): void {
    this.#closed = true;
    this.#waiting.length = 0;
    this.#buffer.removeEventListener('updateend', this.#onUpdateEnd);
  }

  readonly #onUpdateEnd = (): void => {
    const done = this.#running;
    this.#running = null;
    if (done) this.#events.done(done, !this.busy);
    this.#next();
  };

  #next(): void {
    while (!this.#closed && !this.#running && !this.#buffer.updating) {
      const operation = this.#waiting.shift();
      if (!operation) return;
      try {
        this.#run(operation);
      } catch (error) {
        this.#running = null;
        if (!(error instanceof DOMException)) throw error;
        this.#events.refused(operation, error);
        continue;
      }
      if (!this.#running) this.#events.done(operation, !this.busy);
    }
  }

  #run(operation: BufferOperation): void {
    switch (operation.kind) {
      case 'append':
        this.#running = operation;
        return this.#buffer.appendBuffer(operation.bytes);
      case 'remove':
        this.#running = operation;
        return this.#buffer.remove(operation.fromS, operation.toS);
      case 'duration':
        this.#source.duration = operation.seconds;
        return;
      case 'end':
        return this.#source.endOfStream();
    }
  }
}
