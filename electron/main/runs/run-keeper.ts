import { rm, stat } from 'node:fs/promises';
import type { RunLog } from '../../../model/run/schema';
import type { RunSummary } from '../../../model/runs/summary';
import { sizeFigure } from '../../../model/figures';
import type { RunLibrary } from '../../runs/run-library';
import { PicturesWriter } from '../../runs/pictures-writer';
import { newRunId, pathOfPictures } from '../../runs/run-folder';
import { RunWriter } from '../../runs/run-writer';
import { troubleOf } from '../../runs/trouble';
import { say } from '../../words';

/** How runs are kept. */
export interface KeeperOptions {
  library: RunLibrary;
  /** The name of every run that is kept; empty leaves them unnamed, null keeps none. */
  name: string | null;
  /** A folder of the pictures of runs that are not kept, which goes when the app ends; null keeps those not. */
  passing: string | null;
  capBytes: () => number;
  /** The list of runs has changed. */
  changed: () => void;
  /** A sentence for the person. */
  say: (sentence: string) => void;
}

/** What is kept of a run: all of it, the pictures of its camera alone, or nothing. */
type Kept = 'run' | 'pictures' | 'nothing';

/** A run whose end has not been written yet. */
interface Writing {
  /** Null where its pictures alone are kept. */
  run: RunWriter | null;
  pictures: PicturesWriter;
  /** All of it has come. */
  over: boolean;
  /** Settles when it has been written, or left. */
  written: Promise<void>;
  settle: () => void;
}

/** Writes the runs of a window while they go on; what the disk refuses is said once and stops no run. */
export class RunKeeper {
  readonly #options: KeeperOptions;
  readonly #writing = new Map<string, Writing>();
  /** Where the pictures of each run are that has begun here. */
  readonly #picturePaths = new Map<string, string>();
  readonly #said = new Set<string>();

  constructor(options: KeeperOptions) {
    this.#options = options;
  }

  /** A run begins, with its plan as a line; tells what of it is to be kept. */
  begin(runId: string, plan: string): Kept {
    const { library, name, passing } = this.#options;
    if (name === null && passing === null) return 'nothing';
    const heard = { trouble: (sentence: string) => this.#sayOnce(sentence) };
    const run = name === null ? null : new RunWriter(library.folder, heard, { plan, name });
    const folder = run || passing === null ? library.folder : passing;
    const id = run?.id ?? newRunId(Date.now());
    let settle = (): void => undefined;
    const written = new Promise<void>((resolve) => (settle = resolve));
    const pictures = new PicturesWriter(folder, id, heard);
    this.#writing.set(runId, { run, pictures, over: false, written, settle });
    this.#picturePaths.set(runId, pathOfPictures(folder, id));
    return run ? 'run' : 'pictures';
  }

  /** What has happened since in a run, as lines. */
  append(runId: string, lines: string): void {
    this.#writing.get(runId)?.run?.append(lines);
  }

  /** Bytes of the pictures of a run's camera, and where they belong in their file. */
  appendPictures(runId: string, bytes: Uint8Array, position: number): void {
    this.#writing.get(runId)?.pictures.write(bytes, position);
  }

  /** All lines of a run have come. */
  finish(runId: string): void {
    const writing = this.#writing.get(runId);
    if (!writing || writing.over) return;
    writing.over = true;
    const { run, pictures, settle } = writing;
    void Promise.all([run?.finish(), pictures.close()])
      .then(() => (run ? this.#keepWithin() : undefined))
      .finally(() => {
        this.#writing.delete(runId);
        settle();
      });
  }

  /** Settles when every run that has begun is over and has been written. */
  async idle(): Promise<void> {
    await Promise.all([...this.#writing.values()].map(({ written }) => written));
  }

  /** The file of the pictures of a run's camera that has begun here; null where none are kept. */
  async picturesOf({ media }: RunLog): Promise<string | null> {
    const path = this.#picturePaths.get(media.pictures ?? '');
    const facts = path === undefined ? null : await stat(path).catch(() => null);
    return path !== undefined && facts && facts.size > 0 ? path : null;
  }

  /** The page is gone: runs that go on have broken off, and are in the list from now on. */
  async leave(): Promise<void> {
    if (this.#writing.size === 0) return;
    await this.#breakOff((run) => run.finish());
    this.#options.changed();
  }

  /** The app ends, and with it the pictures of runs that are not kept. What breaks off is packed at the next start. */
  async close(): Promise<void> {
    await this.#breakOff((run) => run.leave());
    const { passing } = this.#options;
    if (passing !== null) await rm(passing, { recursive: true, force: true });
  }

  async #breakOff(end: (run: RunWriter) => Promise<void>): Promise<void> {
    await Promise.all(
      [...this.#writing].map(async ([runId, { run, pictures, over, written, settle }]) => {
        if (over) return written;
        this.#writing.delete(runId);
        await Promise.all([run && end(run), pictures.close()]);
        settle();
      }),
    );
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
