import { utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron';
import type { ReaderConfig } from '../../ipc/lane-port';
import readerPath from '../../reader/index?modulePath';

/** How long a reader may take to end by itself, and then to be killed, ms. */
const GRACE_MS = 1000;

/**
 * V8 in a reader: little young garbage and no optimising compiler, whose pages would be taken for the lane's
 * memory (5 MB, at some moment of a run); the work is done by the system's reads and copies anyway.
 */
const V8_FLAGS = '--expose-gc --max-semi-space-size=1 --no-opt';

/** One lane's reader in its own process; its memory is that lane's alone. */
export class ReaderProcess {
  readonly #child: UtilityProcess;
  /** Exit code, when it has ended for whatever reason. */
  readonly exited: Promise<number>;
  #asked = false;

  constructor(config: ReaderConfig, port: MessagePortMain) {
    this.#child = utilityProcess.fork(readerPath, [], {
      serviceName: `Bufferscope reader ${config.rules.method}`,
      execArgv: [`--js-flags=${V8_FLAGS}`],
    });
    this.exited = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.postMessage(config, [port]);
  }

  /** True once it was asked to end: its exit is then no failure. */
  get asked(): boolean {
    return this.#asked;
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
