import { createHash } from 'node:crypto';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { MediaProgress } from '../../../model/media/types';
import type { MediaCache } from '../cache';
import type { CacheEntry } from '../cache-entry';
import type { Deliverable } from '../delivered';
import type { Ffmpeg } from '../ffmpeg';
import { FfmpegFailed } from '../ffmpeg/ffmpeg-failed';
import { inspectWithFfmpeg } from '../ffmpeg/ffmpeg-inspect';
import { inputArgs } from '../ffmpeg/input-args';
import { runFfmpeg } from '../ffmpeg/ffmpeg-run';
import type { InputFacts } from '../ffmpeg/ffmpeg-streams';
import type { Inspector } from '../inspect/inspector';
import { MediaError, mediaError } from '../media-error';
import { outputArgs } from './prepare-args';
import { maxSeconds, prepareLimits } from './prepare-limits';
import { attemptsOf, planFor, type Plan } from './prepare-plan';
import { preparedNote, preparedNoteSchema, type PreparedNote } from './prepared-note';
import { checkUnchanged, type SourceFile } from '../source-file';

/** Part of the key: what is prepared in another way is not found again. */
const RECIPE = 2;

/** End of what ffmpeg said that goes into a refusal's detail, characters. */
const DETAIL_CHARS = 2000;

export interface PrepareOptions {
  cache: MediaCache;
  inspector: Inspector;
  ffmpeg: () => Promise<Ffmpeg>;
  onProgress: (progress: MediaProgress) => void;
  signal: AbortSignal;
}

/** A file in the cache that MSE plays, and what was done. */
export interface Prepared {
  path: string;
  note: PreparedNote;
  deliverable: Deliverable;
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
  const made = await cache.make(key, async (folder) => {
    const note = await makePlayable(source, join(folder, 'media'), options).catch(
      async (error: unknown) => {
        // What ffmpeg cannot read may have gone, or be still in the making.
        if (error instanceof MediaError && error.code === 'corrupt') {
          await checkUnchanged(source);
        }
        throw error;
      },
    );
    await checkUnchanged(source);
    return { file: 'media', note: JSON.stringify(note) };
  });
  const prepared = await readPrepared(made, name, options);
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
  return { path: entry.path, note: note.data, deliverable };
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

/** Writes a file that MSE plays, losing as little as can be, and proves it by reading it back. */
async function makePlayable(
  source: SourceFile,
  output: string,
  options: PrepareOptions,
): Promise<PreparedNote> {
  const { name, path } = source;
  const { signal } = options;
  const ffmpeg = await options.ffmpeg();
  try {
    const facts = await inspectWithFfmpeg(ffmpeg, path, signal);
    let { said } = facts;
    if (facts.format === '') throw mediaError('corrupt', { name }, tail(said));
    const plan = planFor(facts);
    if (!plan) throw mediaError('no-playable-track', { name }, tail(said));
    for (const attempt of attemptsOf(plan)) {
      try {
        await runPlan(ffmpeg, attempt, { source, facts, output, ...options });
        const result = await readBack(output, options);
        if (result) return preparedNote(attempt, facts, result.index.durationS);
      } catch (error) {
        if (!(error instanceof FfmpegFailed) || error.failure !== 'error') throw error;
        said = error.detail;
      }
      await rm(output, { force: true });
    }
    throw mediaError('corrupt', { name }, tail(said));
  } catch (error) {
    throw error instanceof FfmpegFailed ? refusalOfFfmpeg(error, name) : error;
  }
}

async function runPlan(
  ffmpeg: Ffmpeg,
  plan: Plan,
  run: { source: SourceFile; facts: InputFacts; output: string } & PrepareOptions,
): Promise<void> {
  const { name, path, bytes } = run.source;
  const { durationS, streams } = run.facts;
  const step = [plan.video, plan.audio].every((each) => each?.copy !== false)
    ? 'remux'
    : 'transcode';
  run.onProgress({ step, name, fraction: durationS === null ? null : 0, secondsLeft: null });
  await runFfmpeg(ffmpeg, {
    // A packet that is cut short would stop MSE: it is left out.
    args: [
      ...['-fflags', '+genpts+discardcorrupt'],
      ...inputArgs(path),
      ...['-t', maxSeconds(bytes).toFixed(0)],
      ...outputArgs(plan, run.output),
    ],
    signal: run.signal,
    limits: prepareLimits(bytes, streams),
    onProgress: ({ atS, speed }) => {
      const fraction = durationS ? Math.min(1, atS / durationS) : null;
      const secondsLeft = durationS && speed ? Math.max(0, durationS - atS) / speed : null;
      run.onProgress({ step, name, fraction, secondsLeft });
    },
  });
}

/** What a run of ffmpeg that failed means for the file that was to be prepared. */
export function refusalOfFfmpeg({ failure, detail }: FfmpegFailed, name: string): MediaError {
  switch (failure) {
    case 'missing':
      return mediaError('no-ffmpeg', { name }, detail);
    case 'disk-full':
      return mediaError('disk-full', { name }, tail(detail));
    case 'killed':
      return mediaError('failed', { name }, tail(detail), 'killed');
    case 'unable':
      return mediaError('failed', { name }, tail(detail), 'unable');
    case 'limit-memory':
    case 'limit-time':
      return mediaError('corrupt', { name }, tail(detail), failure);
    case 'error':
      return mediaError('corrupt', { name }, tail(detail));
  }
}

const tail = (said: string) => said.slice(-DETAIL_CHARS).trim();
