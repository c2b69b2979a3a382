import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { Ffmpeg } from '../ffmpeg';
import { FfmpegFailed, failureOf } from './ffmpeg-failed';
import { FfmpegProgressParser, type FfmpegProgress } from './ffmpeg-progress';

/** How long ffmpeg may take to end by itself once it was asked to, ms. */
const GRACE_MS = 2000;

/** How much of what ffmpeg says is kept, characters. */
const TAIL_CHARS = 64 * 1024;

export interface FfmpegRun {
  /** Arguments after the ones that every run has. */
  args: readonly string[];
  signal: AbortSignal;
  onProgress?: (progress: FfmpegProgress) => void;
  /** Reads what ffmpeg writes to its standard output; without it, progress is read from there. */
  consume?: (output: Readable) => Promise<void>;
  cwd?: string;
}

/**
 * Runs ffmpeg to its end and returns what it said. Throws FfmpegFailed; when the signal fires, ffmpeg is ended
 * (SIGTERM, then SIGKILL) and the signal's reason is thrown. Either way no process is left when it settles.
 */
export async function runFfmpeg(ffmpeg: Pick<Ffmpeg, 'path'>, run: FfmpegRun): Promise<string> {
  run.signal.throwIfAborted();
  const progress = run.consume ? [] : ['-progress', 'pipe:1'];
  const child = spawn(ffmpeg.path, ['-hide_banner', '-nostdin', ...progress, ...run.args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
    ...(run.cwd === undefined ? {} : { cwd: run.cwd }),
  });

  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-TAIL_CHARS);
  });
  let killer: NodeJS.Timeout | undefined;
  const end = () => {
    child.kill('SIGTERM');
    killer ??= setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
  };
  run.signal.addEventListener('abort', end);

  const closed = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>(
    (resolve, reject) => {
      child.once('error', (error) => reject(new FfmpegFailed('missing', error.message)));
      child.once('close', (code, signal) => resolve({ code, signal }));
    },
  );
  let consumed: Promise<Error | null> = Promise.resolve(null);
  if (run.consume) {
    consumed = run.consume(child.stdout).then(
      () => null,
      (error: unknown) => {
        // Nobody reads any more: a full pipe would keep ffmpeg, and "close", waiting.
        child.stdout.destroy();
        end();
        return error instanceof Error ? error : new Error(String(error));
      },
    );
  } else {
    const parser = new FfmpegProgressParser((report) => run.onProgress?.(report));
    child.stdout.setEncoding('utf8').on('data', (text: string) => parser.push(text));
  }

  try {
    const { code, signal } = await closed;
    const consumeError = await consumed;
    run.signal.throwIfAborted();
    if (consumeError) throw consumeError;
    const failure = failureOf(code, signal, said);
    if (failure) throw new FfmpegFailed(failure, said.trim());
    return said;
  } finally {
    clearTimeout(killer);
    run.signal.removeEventListener('abort', end);
  }
}
