import { accessSync, constants } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { execa } from 'execa';
import { boundToParent } from '../../../scripts/bound-to-parent.mjs';
import type { Ffmpeg } from '../ffmpeg';
import { ProcessWatch, type BrokenLimit, type ProcessLimits } from '../process-watch';
import { failed, failureOf } from './ffmpeg-failed';
import { FfmpegProgressParser, type FfmpegProgress } from './ffmpeg-progress';
import { KeptWords } from './kept-words';

/** How long ffmpeg may take to end by itself once it was asked to, ms. */
const GRACE_MS = 2000;

/** ffmpeg refuses a single block of memory of more than this, bytes: a frame of 8K in 16 bits takes 200 MB. */
const MAX_BLOCK_BYTES = 256_000_000;

/** What a run may use that names no limits of its own. */
const LIMITS: ProcessLimits = { memoryBytes: 2e9, stallMs: 60_000 };

export interface FfmpegRun {
  /** Arguments after the ones that every run has; files are named by `inputArgs` and its like. */
  args: readonly string[];
  signal: AbortSignal;
  onProgress?: (progress: FfmpegProgress) => void;
  /** Reads what ffmpeg writes to its standard output; without it, progress is read from there. */
  consume?: (output: Readable) => Promise<void>;
  /** Writes what ffmpeg reads from its standard input; when it settles, the input ends. */
  feed?: (input: Writable) => Promise<void>;
  cwd?: string;
  /** Who reads the output, or writes the input, sets its pace: with `consume` or `feed` a stall breaks no limit. */
  limits?: ProcessLimits;
}

/**
 * Runs ffmpeg to its end and returns what it said. Throws FfmpegFailed; when the signal fires, or a limit is broken,
 * ffmpeg is ended (SIGTERM, then SIGKILL) and the signal's reason, or the limit, is thrown. Either way no process is
 * left when it settles, nor when this process is killed.
 */
export async function runFfmpeg(ffmpeg: Pick<Ffmpeg, 'path'>, run: FfmpegRun): Promise<string> {
  run.signal.throwIfAborted();
  checkThere(ffmpeg.path);
  const progress = run.consume ? [] : ['-progress', 'pipe:1'];
  const stdin = run.feed ? [] : ['-nostdin'];
  const every = ['-hide_banner', ...stdin, '-max_alloc', String(MAX_BLOCK_BYTES), ...progress];
  // What is fed ends with its input, whoever ends that: a file that is written then gets its end.
  const [command, args] = run.feed
    ? [ffmpeg.path, [...every, ...run.args]]
    : boundToParent(ffmpeg.path, [...every, ...run.args], 'KILL');
  const ending = new AbortController();
  const child = execa(command, args, {
    stdin: run.feed ? 'pipe' : 'ignore',
    buffer: false,
    reject: false,
    windowsHide: true,
    cancelSignal: AbortSignal.any([run.signal, ending.signal]),
    forceKillAfterDelay: GRACE_MS,
    ...(run.cwd === undefined ? {} : { cwd: run.cwd }),
  });

  const words = new KeptWords();
  child.stderr.setEncoding('utf8').on('data', (text: string) => words.push(text));
  let broken: BrokenLimit | null = null;
  const { memoryBytes, stallMs } = run.limits ?? LIMITS;
  const limits = { memoryBytes, stallMs: run.consume || run.feed ? Infinity : stallMs };
  const watch = new ProcessWatch(child.pid ?? 0, limits, (limit) => {
    broken = limit;
    ending.abort();
  });
  const consumed = run.consume
    ? run.consume(child.stdout).catch((error: unknown) => {
        // Nobody reads any more: a full pipe would keep ffmpeg waiting.
        child.stdout.destroy();
        ending.abort();
        throw error;
      })
    : readProgress(child.stdout, watch, run.onProgress);
  const settled = settle(consumed);
  const fed = settle(run.feed ? feedAll(child.stdin, run.feed) : Promise.resolve());

  const { exitCode, signal, code } = await child;
  watch.stop();
  const consumeError = await settled;
  const feedError = await fed;
  run.signal.throwIfAborted();
  if (consumeError) throw consumeError;
  const said = words.text;
  if (broken) throw failed(`limit-${broken as BrokenLimit}`, said.trim());
  if (exitCode === undefined && signal === undefined) throw failed('missing', String(code));
  const failure = failureOf(exitCode ?? null, signal ?? null, said);
  if (failure) throw failed(failure, said.trim());
  // An ffmpeg that ended by itself has said why; only what did not come from its end is left.
  if (feedError) throw feedError;
  return said;
}

/** What a promise was rejected with; null when it was not. */
function settle(work: Promise<unknown>): Promise<Error | null> {
  return work.then(
    () => null,
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  );
}

/** Writes the input to its end; where that fails, the input ends all the same, and ffmpeg with it. */
async function feedAll(
  input: Writable | null,
  feed: (input: Writable) => Promise<void>,
): Promise<void> {
  if (!input) throw new Error('ffmpeg has no input.');
  // An ffmpeg that has ended breaks the pipe: whoever writes is told, and nobody else listens.
  input.on('error', () => undefined);
  try {
    await feed(input);
  } finally {
    input.end();
  }
}

/** What binds ffmpeg to us starts in its place: that ffmpeg is not there has to be seen first. */
function checkThere(path: string): void {
  try {
    accessSync(path, constants.X_OK);
  } catch (error) {
    throw failed('missing', String(error));
  }
}

/** Passes reports of progress on; only more media or more bytes are an advance. */
async function readProgress(
  output: Readable,
  watch: ProcessWatch,
  onProgress?: (progress: FfmpegProgress) => void,
): Promise<void> {
  let before = '';
  const parser = new FfmpegProgressParser((report) => {
    const now = `${report.atS} ${report.bytes}`;
    if (now !== before) watch.advance();
    before = now;
    onProgress?.(report);
  });
  for await (const text of output.setEncoding('utf8')) parser.push(text as string);
}
