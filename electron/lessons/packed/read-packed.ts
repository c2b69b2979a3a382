import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { sizeFigure } from '../../../model/figures';
import { say } from '../../words';
import { MAX_LESSON_BYTES } from '../read-lesson-file';
import {
  MANIFEST,
  manifestSchema,
  MAX_MANIFEST_BYTES,
  MAX_PACKED_BYTES,
  MAX_PACKED_FILES,
  MAX_RATIO,
  PackedLessonError,
  RATIO_FROM_BYTES,
  type Manifest,
} from './manifest';

/** What a packed lesson that cannot be used is told by: a key of `ownLessons.packed` and what it names. */
type Refuse = (code: string, gaps?: Record<string, string | number>) => PackedLessonError;

/**
 * Unpacks the lesson of a file into a folder that it makes, or puts in the place of the one that is there once all of it
 * has been read. Of the zip only what its manifest names is taken, at the sizes that its directory tells, which are
 * bounded before anything is inflated. Throws a PackedLessonError, or what the signal was aborted with.
 */
export async function unpackLesson(
  file: string,
  folderOf: (manifest: Manifest) => string,
  signal: AbortSignal,
): Promise<{ folder: string; manifest: Manifest }> {
  const refuse: Refuse = (code, gaps = {}) =>
    new PackedLessonError(say(`ownLessons.packed.${code}`, { path: file, ...gaps }));
  const facts = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw refuse('unreadable', { code: error.code ?? String(error) });
  });
  if (!facts.isFile()) throw refuse('noZip');
  let zip: ZipFile;
  try {
    zip = await openPromise(file, { autoClose: false, strictFileNames: true });
  } catch {
    throw refuse('noZip');
  }
  try {
    const entries = await boundedEntries(zip, facts.size, refuse);
    const manifest = await manifestOf(zip, entries, refuse);
    const wanted = wantedOf(manifest, entries, refuse);
    const folder = folderOf(manifest);
    const part = `${folder}.part`;
    await rm(part, { recursive: true, force: true });
    try {
      await mkdir(part, { recursive: true });
      for (const entry of wanted) await extract(zip, entry, join(part, entry.fileName), signal);
      await writeFile(join(part, MANIFEST), JSON.stringify(manifest));
      await rm(folder, { recursive: true, force: true });
      await rename(part, folder);
    } catch (error) {
      await rm(part, { recursive: true, force: true });
      signal.throwIfAborted();
      const { code } = error as NodeJS.ErrnoException;
      throw code === undefined ? refuse('broken') : refuse('cannotUnpack', { code });
    }
    return { folder, manifest };
  } finally {
    zip.close();
  }
}

/** Every entry of a zip by its name, once their number, their names and their sizes are within bounds. */
async function boundedEntries(
  zip: ZipFile,
  fileBytes: number,
  refuse: Refuse,
): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > MAX_PACKED_FILES + 1) throw refuse('tooMany', { count: MAX_PACKED_FILES });
  const entries = new Map<string, Entry>();
  let bytes = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      bytes += entry.uncompressedSize;
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    // yauzl refuses such names itself.
    const leaves = /relative path|absolute path|invalid characters/.test(String(error));
    throw refuse(leaves ? 'leaves' : 'broken');
  }
  const swells = bytes > RATIO_FROM_BYTES && bytes > MAX_RATIO * fileBytes;
  if (bytes > MAX_PACKED_BYTES || swells) {
    throw refuse('tooLarge', { bytes: sizeFigure(bytes), most: sizeFigure(MAX_PACKED_BYTES) });
  }
  return entries;
}

async function manifestOf(
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
  refuse: Refuse,
): Promise<Manifest> {
  const entry = entries.get(MANIFEST);
  if (!entry || entry.uncompressedSize > MAX_MANIFEST_BYTES) throw refuse('noLesson');
  try {
    const text = await buffer(await zip.openReadStreamPromise(entry));
    return manifestSchema.parse(JSON.parse(text.toString('utf8')));
  } catch {
    throw refuse('noLesson');
  }
}

/** The entries that a manifest names. */
function wantedOf(
  { lesson, languages, files }: Manifest,
  entries: ReadonlyMap<string, Entry>,
  refuse: Refuse,
): Entry[] {
  const texts = [lesson, ...Object.values(languages)];
  const names = [...new Set([...texts, ...Object.values(files)])];
  return names.map((name) => {
    const entry = entries.get(name);
    if (!entry || name === MANIFEST || name.endsWith('/')) throw refuse('missesEntry', { name });
    if (texts.includes(name) && entry.uncompressedSize > MAX_LESSON_BYTES) {
      throw refuse('tooLarge', {
        bytes: sizeFigure(entry.uncompressedSize),
        most: sizeFigure(MAX_LESSON_BYTES),
      });
    }
    return entry;
  });
}

async function extract(
  zip: ZipFile,
  entry: Entry,
  path: string,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  await mkdir(dirname(path), { recursive: true });
  const content = await zip.openReadStreamPromise(entry);
  await pipeline(content, createWriteStream(path, { flags: 'wx' }), { signal });
}
