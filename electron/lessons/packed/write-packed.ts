import { createWriteStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { isLanguageFolder, lessonNameOf } from '../../../model/lesson/file-name';
import { readLesson } from '../../../model/lesson/read';
import type { CurveOf } from '../../../model/link/types';
import { sizeFigure } from '../../../model/figures';
import { putWhole } from '../../whole-file';
import { say } from '../../words';
import { filesNamedBy, textOf } from '../read-lesson-file';
import {
  MANIFEST,
  MAX_PACKED_BYTES,
  MAX_PACKED_FILES,
  PackedLessonError,
  type Manifest,
} from './manifest';

interface Packing {
  folder: string;
  /** Name of the lesson's file in the folder. */
  file: string;
  curveOf: CurveOf;
  signal: AbortSignal;
  /** Hears what share of the bytes is written, 0 to 1. */
  onProgress: (share: number) => void;
}

/** A file of the disk under its name in the zip. */
interface Packed {
  path: string;
  entry: string;
  bytes: number;
}

/**
 * Writes a lesson of a folder with every file that it names into one file: beside `to` first, then renamed to it. Throws a
 * PackedLessonError, or what the signal was aborted with; nothing is left behind then.
 */
export async function writePacked(to: string, packing: Packing): Promise<void> {
  const { signal, onProgress } = packing;
  const { manifest, files } = await contentsOf(packing);
  const all = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const zip = new ZipFile();
  // The name says what it is before anything is unpacked.
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`), MANIFEST);
  // What is compressed already is stored as it is; texts are small.
  for (const { path, entry } of files) zip.addFile(path, entry, { compress: false });
  const source = zip.outputStream as Readable;
  // A file that goes or changes while it is read.
  zip.once('error', (error: Error) => source.destroy(error));
  zip.end();
  let written = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      written += chunk.length;
      onProgress(Math.min(1, written / Math.max(1, all)));
      done(null, chunk);
    },
  });
  try {
    await putWhole(to, (part, flags) =>
      pipeline(source, counted, createWriteStream(part, { flags }), { signal }),
    );
  } catch (error) {
    signal.throwIfAborted();
    const { code = String(error) } = error as NodeJS.ErrnoException;
    throw new PackedLessonError(say('ownLessons.packed.cannotWrite', { path: to, code }), {
      cause: error,
    });
  }
}

async function contentsOf({
  folder,
  file,
  curveOf,
}: Packing): Promise<{ manifest: Manifest; files: Packed[] }> {
  const read = readLesson(textOf(join(folder, file)) ?? '', (kind, name) =>
    curveOf(kind, kind === 'trace' ? resolve(folder, name) : name),
  );
  if (!read.ok) throw new PackedLessonError(say('ownLessons.packed.notWhole', { file }));
  const languages = await languagesOf(folder, file);
  const named = filesNamedBy(read.lesson);
  const media = await Promise.all(
    named.map(async (name, i) => {
      const path = resolve(folder, name);
      const bytes = await sizeOf(path);
      return { name, path, bytes, entry: `media/${String(i + 1)}${extname(basename(path))}` };
    }),
  );
  const entries = [file, ...languages.map((tag) => `${tag}/${file}`)];
  const texts = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry);
      return { path, entry, bytes: await sizeOf(path) };
    }),
  );
  const files = [...texts, ...media];
  const bytes = files.reduce((sum, each) => sum + each.bytes, 0);
  if (bytes > MAX_PACKED_BYTES || files.length > MAX_PACKED_FILES) {
    const most = sizeFigure(MAX_PACKED_BYTES);
    throw new PackedLessonError(
      say('ownLessons.packed.tooMuch', { name: lessonNameOf(file), most, count: MAX_PACKED_FILES }),
    );
  }
  return {
    manifest: {
      schema: 'bufferscope.lesson-file/1',
      lesson: file,
      languages: Object.fromEntries(languages.map((tag) => [tag, `${tag}/${file}`])),
      files: Object.fromEntries(media.map(({ name, entry }) => [name, entry])),
    },
    files,
  };
}

async function languagesOf(folder: string, file: string): Promise<string[]> {
  const inside = await readdir(folder, { withFileTypes: true });
  return inside
    .filter((each) => each.isDirectory() && isLanguageFolder(each.name))
    .map(({ name }) => name)
    .filter((tag) => textOf(join(folder, tag, file)) !== null);
}

async function sizeOf(path: string): Promise<number> {
  const facts = await stat(path).catch(() => null);
  if (facts?.isFile()) return facts.size;
  throw new PackedLessonError(say('ownLessons.packed.missing', { path }));
}
