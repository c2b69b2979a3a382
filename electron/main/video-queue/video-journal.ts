import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { makeFolder } from '../../make-folder';
import type { RunLog } from '../../../model/run/schema';
import { linesOfRun } from '../../../model/runs/run-lines';
import { videoOptionsSchema } from '../../../model/video/options';
import { packText } from '../../runs/pack';
import { readRunFile } from '../../runs/run-file';
import { isRunId, pathOfRun } from '../../runs/run-folder';
import { writeAtomically } from '../preferences/atomic-write';

const entrySchema = z.object({
  title: z.string(),
  file: z.string(),
  /** A file that is there may be replaced: a person was asked. */
  force: z.boolean(),
  /** The file of its camera's pictures; null for none. */
  pictures: z.string().nullable().default(null),
  options: videoOptionsSchema,
});

/** A video that is to be made, as the journal has it. */
export type JournalEntry = z.infer<typeof entrySchema> & { id: string };

const ENTRY = '.json';
const ENTRY_NAME = /^([\w-]{1,100})\.json$/;
const OFFERED = 'offered';

/**
 * The videos that are to be made and the runs that they are made of, in a folder of the user's: whatever ends the app,
 * the next start knows of them.
 */
export class VideoJournal {
  /** Where the drawing of a video leaves its own notes. */
  readonly notes: string;

  constructor(private readonly folder: string) {
    this.notes = join(folder, 'notes');
  }

  /** A video is to be made. Throws the system's error. */
  async add({ id, ...entry }: JournalEntry, log: RunLog): Promise<void> {
    await makeFolder(this.folder);
    const run = { name: entry.title, pinned: false, startedMs: null, brokenOff: false, log };
    await packText(linesOfRun(run), pathOfRun(this.folder, id));
    writeAtomically(this.#pathOf(id), `${JSON.stringify(entry, null, 1)}\n`);
  }

  /** The run of a video; throws a RunFileError. */
  async logOf(id: string): Promise<RunLog> {
    return (await readRunFile(pathOfRun(this.folder, id))).log;
  }

  /** It is made, or will not be; its run stays until it is forgotten. */
  async settle(id: string): Promise<void> {
    await rm(this.#pathOf(id), { force: true });
  }

  /** Nothing of it is needed any more. */
  async forget(id: string): Promise<void> {
    await this.settle(id);
    await rm(pathOfRun(this.folder, id), { force: true });
  }

  /** The videos that an earlier process has left, the oldest first; runs that no video is to be made of go. */
  async left(): Promise<JournalEntry[]> {
    const names = await readdir(this.folder).catch(() => []);
    const entries: JournalEntry[] = [];
    for (const name of names.toSorted()) {
      const [, id] = ENTRY_NAME.exec(name) ?? [];
      const entry = id !== undefined && isRunId(id) ? await this.#read(id) : null;
      if (entry) entries.push(entry);
    }
    const known = new Set(entries.map(({ id }) => pathOfRun(this.folder, id)));
    const runs = names.map((name) => join(this.folder, name)).filter((path) => RUN.test(path));
    await Promise.all(runs.filter((path) => !known.has(path)).map((path) => rm(path)));
    return entries;
  }

  /** What has been offered once, by any id, and is not to be offered again. */
  async offered(): Promise<ReadonlySet<string>> {
    const text = await readFile(join(this.folder, OFFERED), 'utf8').catch(() => '');
    return new Set(text.split('\n').filter(Boolean));
  }

  /** These are offered now; what was offered before is not remembered any longer. */
  async offer(ids: readonly string[]): Promise<void> {
    await makeFolder(this.folder);
    writeAtomically(join(this.folder, OFFERED), ids.join('\n'));
  }

  async #read(id: string): Promise<JournalEntry | null> {
    try {
      const json: unknown = JSON.parse(await readFile(this.#pathOf(id), 'utf8'));
      return { ...entrySchema.parse(json), id };
    } catch {
      // What is damaged names no video; the next start asks no more of it.
      await this.settle(id);
      return null;
    }
  }

  #pathOf(id: string): string {
    return join(this.folder, `${id}${ENTRY}`);
  }
}

const RUN = /\.bufferrun$/;
