import { MessageChannelMain, type WebContents } from 'electron';
import type { Method } from '../../../model/delivery/types';
import type { MediaInfo } from '../../../model/media/types';
import { LANE_PORT_CHANNEL } from '../../ipc/channels';
import { say } from '../../words';
import type { Notice, RequestPayload } from '../../ipc/contract';
import { handPort } from '../notify';
import { ReaderProcess } from './reader-process';

/** Runs whose readers may be there at once: the one that is shown, one that ends, and two beside them. */
const MAX_RUNS = 4;

/** Starts a reader for each lane of a run, hands its port to the window, and sees all of them end. */
export class LaneSupervisor {
  readonly #runs = new Map<string, Set<ReaderProcess>>();
  /** Readers that wait for the next run. */
  readonly #waiting = new Map<Method, ReaderProcess>();

  /** `exited` is told of every reader that ended without being asked to. */
  constructor(private readonly exited: (notice: Notice<'run:lane-exited'>) => void) {}

  /** Forks the readers of a run that will be asked for, so that it does not wait for them. */
  expect(methods: readonly Method[]): void {
    for (const method of methods) this.#waiting.set(method, new ReaderProcess(method));
  }

  /** Starts the readers of a run and posts one port a lane to the window; without `media` the source is a camera. */
  open(
    { runId, link, seed, lanes }: RequestPayload<'run:open-lanes'>,
    media: MediaInfo | null,
    window: WebContents,
  ): void {
    // Each lane is a process: a page that asks without end is not to fill the computer with them.
    if (this.#runs.has(runId) || this.#runs.size >= MAX_RUNS) {
      throw new Error(say('main.tooManyRuns'));
    }
    const file = media && { path: media.deliveredPath, bytes: media.deliveredBytes };
    for (const rules of lanes) {
      const { port1, port2 } = new MessageChannelMain();
      const { method } = rules;
      const reader = this.#waiting.get(method) ?? new ReaderProcess(method);
      this.#waiting.delete(method);
      this.#watch(runId, method, reader.begin({ file, rules, link, seed }, port1));
      handPort(window, LANE_PORT_CHANNEL, { runId, method }, port2);
    }
  }

  /** Ends the readers of a run; settles when they are gone. */
  async close(runId: string): Promise<void> {
    const readers = [...(this.#runs.get(runId) ?? [])];
    await Promise.all(readers.map((reader) => reader.end()));
  }

  /** Ends the readers of all runs. */
  async closeAll(): Promise<void> {
    await Promise.all([...this.#runs.keys()].map((runId) => this.close(runId)));
  }

  /** Ends all readers there are, also those that wait for a run. */
  async end(): Promise<void> {
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    await Promise.all([this.closeAll(), ...waiting.map((reader) => reader.end())]);
  }

  #watch(runId: string, method: Method, reader: ReaderProcess): void {
    const readers = this.#runs.get(runId) ?? new Set();
    this.#runs.set(runId, readers.add(reader));
    void reader.exited.then((code) => {
      readers.delete(reader);
      if (readers.size === 0 && this.#runs.get(runId) === readers) this.#runs.delete(runId);
      // A reader whose port was closed by the window ends by itself, with 0.
      if (!reader.asked && code !== 0) this.exited({ runId, method, code });
    });
  }
}
