import type { RunSummary } from '../../../model/runs/summary';
import { sizeFigure } from '../../../model/figures';
import type { RunLibrary } from '../../runs/run-library';
import { PicturesWriter } from '../../runs/pictures-writer';
import { RunWriter } from '../../runs/run-writer';
import { troubleOf } from '../../runs/trouble';
import { say } from '../../words';

/** How runs are kept. */
export interface KeeperOptions {
  library: RunLibrary;
  /** The name of every run that is kept; empty leaves them unnamed, null keeps none. */
  name: string | null;
  capBytes: () => number;
  /** The list of runs has changed. */
  changed: () => void;
  /** A sentence for the person. */
  say: (sentence: string) => void;
}

/** Writes the runs of a window while they go on; what the disk refuses is said once and stops no run. */
export class RunKeeper {
  readonly #options: KeeperOptions;
  readonly #writers = new Map<string, RunWriter>();
  readonly #pictures = new Map<string, PicturesWriter>();
  readonly #finishing = new Set<Promise<void>>();
  readonly #said = new Set<string>();

  constructor(options: KeeperOptions) {
    this.#options = options;
  }

  /** A run begins, with its plan as a line; false when it is not to be kept. */
  begin(runId: string, plan: string): boolean {
    const { library, name } = this.#options;
    if (name === null) return false;
    const heard = { trouble: (sentence: string) => this.#sayOnce(sentence) };
    const writer = new RunWriter(library.folder, heard, { plan, name });
    this.#writers.set(runId, writer);
    this.#pictures.set(runId, new PicturesWriter(library.folder, writer.id, heard));
    return true;
  }

  /** What has happened since in a run, as lines. */
  append(runId: string, lines: string): void {
    this.#writers.get(runId)?.append(lines);
  }

  /** Bytes of the pictures of a run's camera, and where they belong in their file. */
  appendPictures(runId: string, bytes: Uint8Array, position: number): void {
    this.#pictures.get(runId)?.write(bytes, position);
  }

  /** All lines of a run have come. */
  finish(runId: string): void {
    const writer = this.#writers.get(runId);
    this.#writers.delete(runId);
    if (!writer) return;
    const pictures = this.#pictures.get(runId);
    this.#pictures.delete(runId);
    const written = Promise.all([writer.finish(), pictures?.close()]);
    const finishing = written.then(() => this.#keepWithin());
    this.#finishing.add(finishing);
    void finishing.finally(() => this.#finishing.delete(finishing));
  }

  /** Settles when every run that is over has been written. */
  async idle(): Promise<void> {
    await Promise.all(this.#finishing);
  }

  /** The page is gone, or the app ends: runs that go on have broken off. */
  async leave(): Promise<void> {
    const writers = [...this.#writers.values()];
    const pictures = [...this.#pictures.values()];
    this.#writers.clear();
    this.#pictures.clear();
    await Promise.all([
      ...this.#finishing,
      ...writers.map((writer) => writer.leave()),
      ...pictures.map((each) => each.close()),
    ]);
  }

  async #keepWithin(): Promise<void> {
    const { library, capBytes, changed } = this.#options;
    try {
      const gone = await library.keepWithin(capBytes());
      if (gone.length > 0) this.#options.say(goneWords(gone, capBytes()));
    } catch (error) {
      this.#sayOnce(troubleOf(error, library.folder));
    }
    changed();
  }

  #sayOnce(sentence: string): void {
    if (this.#said.has(sentence)) return;
    this.#said.add(sentence);
    this.#options.say(sentence);
  }
}

function goneWords(gone: readonly RunSummary[], capBytes: number): string {
  const [oldest] = gone;
  const name = oldest?.name || (oldest?.media.name ?? '');
  const gaps = { size: sizeFigure(capBytes), name, others: gone.length - 1 };
  return say(gone.length === 1 ? 'runs.gone.one' : 'runs.gone.more', gaps);
}
