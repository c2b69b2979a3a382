import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { makeFolder } from '../make-folder';
import { text } from '../../model/runs/run-lines';
import { say } from '../words';
import { packFile } from './pack';
import { newRunId, pathGoingOn, pathOfRun } from './run-folder';
import { troubleOf } from './trouble';

/** Lines that wait for a slow disk, characters; with more the rest of the run is not kept. */
const MAX_WAITING = 16_000_000;

/** Who hears what becomes of a run that is written. */
export interface WriterListener {
  /** Why a run is kept no further, one sentence. */
  trouble: (sentence: string) => void;
}

/** Writes one run while it goes on, in order. What the disk refuses ends the writing and is said; nothing throws. */
export class RunWriter {
  /** The name of its file. */
  readonly id: string;
  readonly #folder: string;
  readonly #heard: WriterListener;
  #file: FileHandle | null = null;
  #waiting = 0;
  #broken = false;
  /** Its plan is written: what follows belongs to a run. */
  #begun = false;
  #turn: Promise<void>;

  /** Begins with the run's plan, a line with its end. */
  constructor(folder: string, heard: WriterListener, begin: { plan: string; name: string }) {
    this.id = newRunId(Date.now());
    this.#folder = folder;
    this.#heard = heard;
    const about = begin.name === '' ? '' : text({ line: 'about', about: { name: begin.name } });
    this.#turn = this.#try(async () => {
      await makeFolder(folder);
      this.#file = await open(this.#going, 'ax');
      await this.#file.appendFile(begin.plan + about);
      this.#begun = true;
    });
  }

  /** Takes the next lines, each with its end. */
  append(lines: string): void {
    if (this.#broken || lines === '') return;
    this.#waiting += lines.length;
    if (this.#waiting > MAX_WAITING) {
      this.#broken = true;
      this.#heard.trouble(say('runs.trouble.slow', { folder: this.#folder }));
      return;
    }
    void this.#inTurn(async () => {
      await this.#file?.appendFile(lines);
      this.#waiting -= lines.length;
    });
  }

  /**
   * All lines have come, or no more will: the file is packed. What could not be written whole stays as far as it goes; without its
   * plan it is no run, and goes.
   */
  async finish(): Promise<void> {
    await this.#turn;
    await this.#close();
    if (!this.#begun) return rm(this.#going, { force: true }).catch(() => undefined);
    const whole = pathOfRun(this.#folder, this.id);
    // Where there is no room for both, the lines themselves are the run.
    const keep = (): Promise<void> =>
      packFile(this.#going, whole).catch(() => rename(this.#going, whole));
    if (this.#broken) await keep().catch(() => undefined);
    else await this.#try(keep);
  }

  /** The app ends: what is written is a run that broke off, for the next start to pack. */
  async leave(): Promise<void> {
    await this.#turn;
    await this.#close();
  }

  get #going(): string {
    return pathGoingOn(this.#folder, this.id);
  }

  async #close(): Promise<void> {
    const file = this.#file;
    this.#file = null;
    await file?.close().catch(() => undefined);
  }

  #inTurn(work: () => Promise<unknown>): Promise<void> {
    this.#turn = this.#turn.then(() => (this.#broken ? undefined : this.#try(work)));
    return this.#turn;
  }

  async #try(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#broken = true;
      this.#heard.trouble(troubleOf(error, this.#folder));
    }
  }
}
