import type { Readable } from 'node:stream';
import { utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron';
import { writeLog } from '../diagnostics/log-file';
import { logSaid } from '../diagnostics/said-lines';

/** How long a process may take to end by itself, and then to be killed, ms. */
const GRACE_MS = 1000;

export interface ForkOptions {
  /** As the system's and Electron's own lists of processes show it. */
  serviceName: string;
  /** Flags of V8 in this process. */
  v8Flags?: string;
}

/** A utility process of ours: begins its work with one message and one port, and ends when asked. */
export class ForkedProcess {
  readonly #child: UtilityProcess;
  /** Exit code, when it has ended for whatever reason. */
  readonly exited: Promise<number>;
  #asked = false;

  constructor(modulePath: string, { serviceName, v8Flags }: ForkOptions) {
    const execArgv = v8Flags === undefined ? [] : [`--js-flags=${v8Flags}`];
    this.#child = utilityProcess.fork(modulePath, [], { serviceName, execArgv, stdio: 'pipe' });
    logSaid(serviceName, this.#child.stdout as Readable | null, process.stdout);
    logSaid(serviceName, this.#child.stderr as Readable | null, process.stderr);
    this.exited = new Promise((resolve) => this.#child.once('exit', resolve));
    void this.exited.then((code) => {
      const level = this.#asked || code === 0 ? 'info' : 'error';
      writeLog(level, serviceName, `ended with ${String(code)}${this.#asked ? ', as asked' : ''}`);
    });
  }

  /** Gives it its work, once; it may be started before that is known. */
  begin(message: unknown, port: MessagePortMain): this {
    this.#child.postMessage(message, [port]);
    return this;
  }

  /** True once it was asked to end: its exit is then no failure. */
  get asked(): boolean {
    return this.#asked;
  }

  /** Follows what it tells main, apart from its port. */
  heard(listener: (message: unknown) => void): void {
    this.#child.on('message', listener);
  }

  /** Tells it something while it works. */
  post(message: unknown): void {
    this.#child.postMessage(message);
  }

  /** Asks it to end, then makes it; settles when the process is gone. */
  async end(): Promise<void> {
    this.#asked = true;
    const { pid } = this.#child;
    this.#child.postMessage('close');
    const kill = setTimeout(() => this.#child.kill(), GRACE_MS);
    const force = setTimeout(() => {
      if (pid !== undefined) process.kill(pid, 'SIGKILL');
    }, 2 * GRACE_MS);
    await this.exited;
    clearTimeout(kill);
    clearTimeout(force);
  }
}
