import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { runSummarySchema, summaryOf, type RunSummary } from '../../model/runs/summary';
import { writeWhole } from '../whole-file';
import { readRunFile, RunFileError } from './run-file';
import type { ListedFile } from './run-folder';

/** A file that is in the folder and no run, and why. */
export interface NoRun {
  id: string;
  message: string;
}

const entrySchema = z.object({
  bytes: z.number(),
  changedMs: z.number(),
  summary: runSummarySchema.nullable(),
  /** Why the file is no run; empty when it is one. */
  message: z.string(),
});
type Entry = z.infer<typeof entrySchema>;

/** Changes whenever a summary is worked out in another way. */
const VERSION = 2;
const indexSchema = z.object({
  version: z.literal(VERSION),
  entries: z.record(z.string(), entrySchema),
});

/** Files are read again this many at a time when the index does not know them. */
const AT_ONCE = 4;

/**
 * What a list tells of every run of a folder, remembered in a file beside them. An entry holds as long as the run's
 * file has its size and date: an index that is missing, damaged or behind is put right by reading those files.
 */
export class RunIndex {
  readonly #path: string;
  #entries: Map<string, Entry> | null = null;

  constructor(folder: string) {
    this.#path = join(folder, 'index.json');
  }

  /** The runs of these files, and those files that are none. */
  async of(files: readonly ListedFile[]): Promise<{ runs: RunSummary[]; broken: NoRun[] }> {
    const before = (this.#entries ??= await this.#read());
    const entries = new Map<string, Entry>();
    const unknown: ListedFile[] = [];
    for (const file of files) {
      const entry = before.get(file.id);
      if (entry?.bytes === file.bytes && entry.changedMs === file.changedMs) {
        entries.set(file.id, entry);
      } else unknown.push(file);
    }
    while (unknown.length > 0) {
      const some = unknown.splice(0, AT_ONCE);
      const read = await Promise.all(some.map(readEntry));
      for (const [i, entry] of read.entries()) entries.set(some[i]?.id ?? '', entry);
    }
    const changed =
      entries.size !== before.size || [...entries].some(([id, e]) => before.get(id) !== e);
    this.#entries = entries;
    if (changed) await this.#write(entries);
    const all = [...entries];
    return {
      runs: all.flatMap(([, { summary }]) => summary ?? []),
      broken: all.flatMap(([id, { message }]) => (message === '' ? [] : [{ id, message }])),
    };
  }

  async #read(): Promise<Map<string, Entry>> {
    try {
      const json: unknown = JSON.parse(await readFile(this.#path, 'utf8'));
      return new Map(Object.entries(indexSchema.parse(json).entries));
    } catch {
      return new Map();
    }
  }

  /** A folder that cannot be written costs the memory of the index, not the list. */
  async #write(entries: ReadonlyMap<string, Entry>): Promise<void> {
    const index = { version: VERSION, entries: Object.fromEntries(entries) };
    await writeWhole(this.#path, JSON.stringify(index)).catch(() => undefined);
  }
}

async function readEntry({ id, path, bytes, pictureBytes, changedMs }: ListedFile): Promise<Entry> {
  try {
    const summary = summaryOf(await readRunFile(path), { id, bytes: bytes + pictureBytes });
    return { bytes, changedMs, summary, message: '' };
  } catch (error) {
    if (!(error instanceof RunFileError)) throw error;
    return { bytes, changedMs, summary: null, message: error.message };
  }
}
