import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../make-folder';
import type { Mark } from '../../model/run/marks';
import type { About, KeptRun } from '../../model/runs/kept-lines';
import { overCap } from '../../model/runs/over-cap';
import { linesOfRun, text } from '../../model/runs/run-lines';
import type { RunSummary } from '../../model/runs/summary';
import { removeFoldersOfTheDead } from '../media/cache-folder';
import { say } from '../words';
import { packFile, packMore, packText } from './pack';
import { readRunFile, RunFileError } from './run-file';
import {
  isRunId,
  listBrokenOff,
  listRuns,
  newRunId,
  pathOfPictures,
  pathOfRun,
  picturesBeside,
  RUN_EXTENSION,
  type ListedFile,
} from './run-folder';
import { RunIndex, type NoRun } from './run-index';

/** Folders of what was moved aside; each is its process's. */
const ASIDE = 'removed-';

/** All kept runs of a folder. */
export interface RunList {
  runs: RunSummary[];
  /** Files that are no runs, and why. */
  broken: NoRun[];
  /** Size of all files of runs. */
  bytes: number;
}

/** The kept runs of one folder; several processes may share it. */
export class RunLibrary {
  readonly folder: string;
  readonly #index: RunIndex;
  /** One after the other: two lists at once would read the same files twice. */
  #turn: Promise<unknown> = Promise.resolve();
  #tidied = false;

  constructor(folder: string) {
    this.folder = folder;
    this.#index = new RunIndex(folder);
  }

  /** Every run that is over; those that broke off are packed first. */
  list(): Promise<RunList> {
    return this.#inTurn(() => this.#list());
  }

  /** One run; throws a RunFileError. */
  async read(id: string): Promise<KeptRun> {
    return readRunFile(this.#pathOf(id));
  }

  /** The file of its camera's pictures; null where none is kept. */
  async picturesOf(id: string): Promise<string | null> {
    return isRunId(id) ? picturesBeside(pathOfRun(this.folder, id)) : null;
  }

  /** Names a run, or pins it. */
  async change(id: string, about: About): Promise<void> {
    await packMore(text({ line: 'about', about }), this.#pathOf(id));
  }

  /** Sets a note of a run, or takes it away again. */
  async note(id: string, mark: Mark, gone: boolean): Promise<void> {
    const line = text({ line: 'mark', mark, ...(gone && { gone }) });
    await packMore(line, this.#pathOf(id));
  }

  /** Keeps a run that comes from elsewhere; returns its id. */
  async add(run: KeptRun): Promise<string> {
    const id = newRunId(run.startedMs ?? Date.now());
    await makeFolder(this.folder);
    await packText(linesOfRun(run), pathOfRun(this.folder, id));
    return id;
  }

  /** Moves runs aside; `restore` brings them back until the app ends. */
  async moveAside(ids: readonly string[]): Promise<void> {
    await makeFolder(this.#aside);
    for (const id of ids) {
      await rename(this.#pathOf(id), this.#pathAside(id));
      await renameIfThere(pathOfPictures(this.folder, id), this.#picturesAside(id));
    }
  }

  /** Brings back what was moved aside. */
  async restore(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      await rename(this.#pathAside(id), this.#pathOf(id));
      await renameIfThere(this.#picturesAside(id), pathOfPictures(this.folder, id));
    }
  }

  /** Removes runs for good. */
  async remove(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      await rm(this.#pathOf(id), { force: true });
      await rm(pathOfPictures(this.folder, id), { force: true });
    }
  }

  /** Removes the oldest unpinned runs until the rest is within a size; returns those that went. */
  keepWithin(capBytes: number): Promise<RunSummary[]> {
    return this.#inTurn(async () => {
      // What each run is needs to be known only where one has to go.
      if (sizeOf(await listRuns(this.folder)) <= capBytes) return [];
      const { runs } = await this.#list();
      const ids = overCap(runs, capBytes);
      await this.remove(ids);
      return runs.filter(({ id }) => ids.includes(id));
    });
  }

  /** The app ends: what was moved aside goes. */
  async close(): Promise<void> {
    await rm(this.#aside, { recursive: true, force: true }).catch(() => undefined);
  }

  async #list(): Promise<RunList> {
    if (!this.#tidied) await this.#tidy();
    this.#tidied = true;
    const files = await listRuns(this.folder);
    const { runs, broken } = await this.#index.of(files);
    return { runs, broken, bytes: sizeOf(files) };
  }

  /** What a process that was killed has left: runs that broke off, and what it had moved aside. */
  async #tidy(): Promise<void> {
    for (const { id, path } of await listBrokenOff(this.folder)) {
      const whole = pathOfRun(this.folder, id);
      await packFile(path, whole).catch(() => rename(path, whole).catch(() => undefined));
    }
    await removeFoldersOfTheDead(this.folder, ASIDE);
  }

  #pathOf(id: string): string {
    if (!isRunId(id)) throw new RunFileError(say('runs.refused.noRun', { name: id }));
    return pathOfRun(this.folder, id);
  }

  #pathAside(id: string): string {
    return join(this.#aside, `${id}${RUN_EXTENSION}`);
  }

  #picturesAside(id: string): string {
    return pathOfPictures(this.#aside, id);
  }

  get #aside(): string {
    return join(this.folder, `${ASIDE}${process.pid}-`);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}

/** Size of files together, with the pictures beside them, bytes. */
const sizeOf = (files: readonly ListedFile[]): number =>
  files.reduce((sum, { bytes, pictureBytes }) => sum + bytes + pictureBytes, 0);

/** Most runs have no pictures beside them. */
async function renameIfThere(from: string, to: string): Promise<void> {
  await rename(from, to).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}
