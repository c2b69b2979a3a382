import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { MediaProgress } from '../../../model/media/types';
import type { MediaCache } from '../cache';
import type { CacheEntry } from '../cache-entry';
import type { Deliverable } from '../delivered';
import type { Ffmpeg } from '../ffmpeg';
import { FfmpegFailed } from '../ffmpeg/ffmpeg-failed';
import { inspectWithFfmpeg } from '../ffmpeg/ffmpeg-inspect';
import type { Inspector } from '../inspect/inspector';
import type { Recordings } from '../joined';
import { MediaError, mediaError } from '../media-error';
import { checkUnchanged, type SourceFile } from '../source-file';
import { firstThatPlays } from './attempts';
import { makeCover } from './cover';
import { planFor } from './prepare-plan';
import { preparedNote, preparedNoteSchema, type PreparedNote } from './prepared-note';
import { detailOf, refusalOfFfmpeg, unreadable } from './refusal-cause';

/** Part of the key: what is prepared in another way is not found again. */
const RECIPE = 4;

const MEDIA_FILE = 'media';
const COVER_FILE = 'cover.jpg';

export interface PrepareOptions {
  cache: MediaCache;
  inspector: Inspector;
  /** Those in the file, as an inspector saw them. */
  recordings: Recordings;
  ffmpeg: () => Promise<Ffmpeg>;
  onProgress: (progress: MediaProgress) => void;
  signal: AbortSignal;
}

/** What was written: how it came about, and what MSE makes of it. */
interface Written {
  note: PreparedNote;
  deliverable: Deliverable;
}

/** A file in the cache that MSE plays, and what was done. */
export interface Prepared extends Written {
  path: string;
  /** A picture to show beside the sound, as a data URL; null when there is none. */
  cover: string | null;
}

/** The prepared copy of a file, from the cache or made now; held in the cache. Throws MediaError. */
export async function prepare(source: SourceFile, options: PrepareOptions): Promise<Prepared> {
  const { cache } = options;
  const { path, bytes, changedMs, name } = source;
  const key = createHash('sha256')
    .update(JSON.stringify([path, bytes, changedMs, RECIPE]))
    .digest('hex')
    .slice(0, 24);
  const before = await cache.find(key);
  const kept = before && (await readPrepared(before, name, options));
  if (kept) return kept;
  // It is whole, but not what it should be: made by another version of the app, or written over.
  if (before) await cache.discard(key);
  const { own, ...made } = await cache.make(key, async (folder) => {
    const written = await makePlayable(source, folder, options).catch(async (error: unknown) => {
      // What ffmpeg cannot read may have gone, or be still in the making.
      if (error instanceof MediaError && error.code === 'corrupt') {
        await checkUnchanged(source);
      }
      throw error;
    });
    await checkUnchanged(source);
    return { file: MEDIA_FILE, note: JSON.stringify(written.note), written };
  });
  const prepared = own
    ? await withCover(made.path, own.written)
    : await readPrepared(made, name, options);
  if (!prepared) throw mediaError('corrupt', { name });
  return prepared;
}

/** What an entry of the cache holds; null when it does not play, or its note cannot be read. */
async function readPrepared(
  entry: CacheEntry,
  name: string,
  options: PrepareOptions,
): Promise<Prepared | null> {
  const deliverable = await readBack(entry.path, options, (fraction) =>
    options.onProgress({ step: 'index', name, fraction, secondsLeft: null }),
  );
  const note = preparedNoteSchema.safeParse(readJson(entry.note));
  if (!deliverable || !note.success) return null;
  return withCover(entry.path, { note: note.data, deliverable });
}

async function withCover(path: string, written: Written): Promise<Prepared> {
  return { path, ...written, cover: await coverBeside(path) };
}

/** What MSE needs to know of a file that ffmpeg wrote; null when it does not play. */
async function readBack(
  path: string,
  { inspector, signal }: PrepareOptions,
  onFraction: (fraction: number) => void = () => undefined,
): Promise<Deliverable | null> {
  const written = await stat(path).catch(() => null);
  if (!written) return null;
  const options = { bytes: written.size, onFraction, signal };
  return (await inspector.inspect({ path, isMedia: true }, options)).deliverable;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function coverBeside(path: string): Promise<string | null> {
  const picture = await readFile(join(dirname(path), COVER_FILE)).catch(() => null);
  return picture && `data:image/jpeg;base64,${picture.toString('base64')}`;
}

/** Writes a file that MSE plays, and a cover beside it when there is one. Throws MediaError. */
async function makePlayable(
  source: SourceFile,
  folder: string,
  options: PrepareOptions,
): Promise<Written> {
  const { name, path } = source;
  const { signal, onProgress, recordings } = options;
  const ffmpeg = await options.ffmpeg();
  try {
    const facts = await inspectWithFfmpeg(ffmpeg, path, signal);
    if (facts.format === '') throw unreadable(name, facts.said);
    const plan = planFor(facts);
    if (!plan) throw mediaError('no-playable-track', { name }, detailOf(facts.said));
    const output = join(folder, MEDIA_FILE);
    const readOutput = () => readBack(output, options);
    const run = { ffmpeg, source, facts, output, signal, onProgress, readBack: readOutput };
    const made = await firstThatPlays(plan, run);
    const { deliverable } = made;
    const note = preparedNote(made.plan, facts, {
      durationS: deliverable.index.durationS,
      said: made.said,
      isWebm: recordings.isWebm,
      hasCover: await makeCover(made.plan, { ...run, output: join(folder, COVER_FILE) }),
      firstOnly: recordings.count > 1 && !made.plan.countTimes,
    });
    return { note, deliverable };
  } catch (error) {
    throw error instanceof FfmpegFailed ? refusalOfFfmpeg(error, name) : error;
  }
}
