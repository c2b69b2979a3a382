import { lstat, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** One prepared file: its path and whatever its maker noted beside it. */
export interface CacheEntry {
  path: string;
  note: string;
}

/** What a maker left in its folder. */
export interface Made {
  /** Name of the file in the folder. */
  file: string;
  note: string;
}

const NOTE_FILE = 'entry.json';

/** A note is a few hundred bytes; what is larger is none, bytes. */
const MAX_NOTE_BYTES = 64 * 1024;

const entrySchema = z.object({
  /** A plain name: a path would lead out of the cache. */
  file: z.string().regex(/^\w[\w.-]*$/),
  note: z.string(),
  /** Of the file as its maker left it: a file that was cut, filled or written over since is another one. */
  bytes: z.number(),
  changedMs: z.number(),
});

/** Writes what is to be known of a finished file beside it. */
export async function writeNote(folder: string, { file, note }: Made): Promise<void> {
  const { size, mtimeMs } = await lstat(join(folder, file));
  const entry: z.infer<typeof entrySchema> = { file, note, bytes: size, changedMs: mtimeMs };
  await writeFile(join(folder, NOTE_FILE), JSON.stringify(entrySchema.parse(entry)));
}

/** The entry in a folder; null when it is not what its maker left there. */
export async function readEntry(folder: string): Promise<CacheEntry | null> {
  try {
    if (!(await lstat(folder)).isDirectory()) return null;
    const noteFile = join(folder, NOTE_FILE);
    if ((await lstat(noteFile)).size > MAX_NOTE_BYTES) return null;
    const entry = entrySchema.parse(JSON.parse(await readFile(noteFile, 'utf8')));
    const path = join(folder, entry.file);
    const facts = await lstat(path);
    const same = facts.isFile() && facts.size === entry.bytes && facts.mtimeMs === entry.changedMs;
    return same ? { path, note: entry.note } : null;
  } catch {
    return null;
  }
}
