import { ProcessWatch, type ProcessLimits } from '../process-watch';
import {
  NOTHING_SEEN,
  type Inspection,
  type InspectorMessage,
  type InspectRequest,
} from './inspection';

/** A process that runs `process.ts`, as Electron or Node starts it. */
export interface InspectorProcess {
  /** Known once it has told that it is ready. */
  readonly pid: number | undefined;
  send(request: InspectRequest): void;
  onMessage(listener: (message: InspectorMessage) => void): void;
  onExit(listener: () => void): void;
  /** Ends it at once, whatever it is doing. */
  kill(): void;
}

export interface InspectOptions {
  /** Size of the file. */
  bytes: number;
  /** Share of the file that has been looked through, [0, 1]. */
  onFraction: (fraction: number) => void;
  signal: AbortSignal;
}

/** A process of its own has 50 to 90 MB; an honest file's index adds up to 60. */
const MEMORY_BYTES = 400e6;

/** V8's heap in it, MB: where memory cannot be watched from outside, this is the limit. */
export const INSPECTOR_HEAP_MB = 256;

/** How long an inspector may be silent, ms: a small file is looked through in milliseconds. */
const STALL_MS = 4_000;
const STALL_MS_PER_MB = 500;
const MAX_STALL_MS = 60_000;

/** How long a process may take to start, ms. */
const START_MS = 30_000;

/** A process that nobody asks ends after so long, ms. */
const IDLE_MS = 30_000;

/**
 * Looks into files, one after the other, in a process that is kept for the next one. It is ended when it breaks a
 * limit of time or memory, crashes, or the signal fires, and started anew when it is asked again. A file that brought
 * it down is one that does not play as it is: ffmpeg, which has limits of its own, may still make something of it.
 */
export class Inspector {
  #process: Promise<RunningInspector> | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;

  constructor(private readonly start: () => InspectorProcess) {}

  /** Starts the process, so that the first file does not wait for it. */
  warm(): void {
    this.#running().catch(() => undefined);
    this.#endLater();
  }

  /** What a file is; errors of the system are thrown as they are, the signal's reason when it fires. */
  inspect(request: InspectRequest, options: InspectOptions): Promise<Inspection> {
    const turn = this.#turn.then(() => this.#inspect(request, options));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** Ends the process; call on quit. */
  close(): void {
    clearTimeout(this.#idle);
    const running = this.#process;
    this.#process = null;
    void running?.then(
      (each) => each.kill(),
      () => undefined,
    );
  }

  async #inspect(request: InspectRequest, options: InspectOptions): Promise<Inspection> {
    options.signal.throwIfAborted();
    clearTimeout(this.#idle);
    const running = await this.#running();
    try {
      return await running.ask(request, options);
    } finally {
      if (running.over) this.close();
      else this.#endLater();
    }
  }

  #running(): Promise<RunningInspector> {
    this.#process ??= RunningInspector.start(this.start());
    this.#process.catch(() => (this.#process = null));
    return this.#process;
  }

  #endLater(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.close(), IDLE_MS);
    this.#idle.unref();
  }
}

/** One process, from its start to its end. */
class RunningInspector {
  /** It has ended, or is about to. */
  over = false;
  #heard: (message: InspectorMessage | 'exit') => void = () => undefined;

  private constructor(private readonly child: InspectorProcess) {
    child.onMessage((message) => this.#heard(message));
    child.onExit(() => {
      this.over = true;
      this.#heard('exit');
    });
  }

  /** Settles when it can be asked; rejects when it ends before, or takes too long. */
  static start(child: InspectorProcess): Promise<RunningInspector> {
    const running = new RunningInspector(child);
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => running.kill(), START_MS);
      running.#heard = (message) => {
        clearTimeout(late);
        if (message === 'exit') reject(new Error('The inspector of media did not start.'));
        else resolve(running);
      };
    });
  }

  ask(request: InspectRequest, { bytes, onFraction, signal }: InspectOptions): Promise<Inspection> {
    return new Promise<Inspection>((resolve, reject) => {
      const limits: ProcessLimits = {
        memoryBytes: MEMORY_BYTES,
        stallMs: Math.min(MAX_STALL_MS, STALL_MS + (STALL_MS_PER_MB * bytes) / 1e6),
      };
      const watch = new ProcessWatch(this.child.pid ?? 0, limits, () => this.kill());
      const abort = () => this.kill();
      signal.addEventListener('abort', abort);
      const settle = (end: () => void) => {
        watch.stop();
        signal.removeEventListener('abort', abort);
        this.#heard = () => undefined;
        end();
      };
      this.#heard = (message) => {
        if (message === 'exit') {
          return settle(() =>
            signal.aborted
              ? reject(signal.reason as Error)
              : resolve({ ...NOTHING_SEEN, isMedia: request.isMedia }),
          );
        }
        if (message.type === 'fraction') {
          watch.advance();
          onFraction(message.fraction);
        }
        if (message.type === 'done') settle(() => resolve(message.inspection));
        if (message.type === 'failed') {
          const { message: words, code, path } = message;
          settle(() => reject(Object.assign(new Error(words), { code, path })));
        }
      };
      this.child.send(request);
      if (signal.aborted) abort();
    });
  }

  kill(): void {
    this.over = true;
    this.child.kill();
  }
}
