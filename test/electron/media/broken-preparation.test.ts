import { execFileSync } from 'node:child_process';
import { appendFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MediaCache } from '../../../electron/media/cache';
import { findFfmpeg } from '../../../electron/media/ffmpeg';
import { FfmpegFailed } from '../../../electron/media/ffmpeg/ffmpeg-failed';
import { runFfmpeg } from '../../../electron/media/ffmpeg/ffmpeg-run';
import { MediaError } from '../../../electron/media/media-error';
import { refusalOfFfmpeg } from '../../../electron/media/prepare/refusal-cause';
import { openSample } from '../../../electron/media/sample/sample';
import { ffmpegChildren } from './children';
import { Bench, picture, tone } from './made';

let bench: Bench;
let long: string;
beforeAll(async () => {
  bench = await Bench.open();
  const short = [...picture(6, 's=640x360:r=25'), ...tone(6), '-c:v', 'mpeg4', '-c:a', 'mp3'];
  const path = await bench.make('short.avi', ...short);
  long = await bench.make('long.avi', '-stream_loop', '40', '-i', path, '-c', 'copy');
}, 60_000);
afterAll(() => bench.close());

const signal = () => new AbortController().signal;
const rejection = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

/** Opens the long film and acts once ffmpeg is at work on it. */
async function openAnd(act: (abort: AbortController) => void): Promise<unknown> {
  const abort = new AbortController();
  let acted = false;
  return rejection(
    bench.open(long, {
      signal: abort.signal,
      onProgress: ({ step, fraction }) => {
        if (acted || step !== 'transcode' || !fraction) return;
        acted = true;
        act(abort);
      },
    }),
  );
}

describe.skipIf(process.platform !== 'linux')('preparation that is broken off', () => {
  it('cancel leaves no file and no process', async () => {
    const error = await openAnd((abort) => abort.abort());
    expect(error).toBeInstanceOf(MediaError);
    expect((error as MediaError).code).toBe('cancelled');
    expect(ffmpegChildren()).toEqual([]);
    expect(await readdir(bench.cache.dir)).toEqual([]);
  });

  it.each(['SIGKILL', 'SIGTERM'] as const)('ffmpeg ended from outside by %s', async (by) => {
    const error = await openAnd(() => {
      for (const pid of ffmpegChildren()) process.kill(pid, by);
    });
    expect(error).toMatchObject({ code: 'failed' });
    expect((error as MediaError).message).toContain('ffmpeg was ended from outside');
    expect(await readdir(bench.cache.dir)).toEqual([]);
  });

  it('the sample is cancelled as cleanly', async () => {
    const abort = new AbortController();
    const error = await rejection(
      openSample({
        seconds: 100,
        cache: bench.cache,
        ffmpeg: findFfmpeg,
        signal: abort.signal,
        onProgress: ({ fraction }) => fraction && abort.abort(),
      }),
    );
    expect(error).toMatchObject({ code: 'cancelled' });
    expect(ffmpegChildren()).toEqual([]);
    expect(await readdir(bench.cache.dir)).toEqual([]);
  });

  it('a full disk is told from other failures', async () => {
    const full = ['-f', 'mpegts', '-y', '/dev/full'];
    const run = { args: [...picture(2), '-c:v', 'mpeg2video', ...full], signal: signal() };
    const error = await rejection(runFfmpeg(await findFfmpeg(), run));
    expect(error).toBeInstanceOf(FfmpegFailed);
    expect(refusalOfFfmpeg(error as FfmpegFailed, 'film.avi').toRefusal()).toMatchObject({
      code: 'disk-full',
      message: expect.stringContaining('film.avi') as string,
    });
  });

  it('a disk that fills up in mid-run', async (context) => {
    const small = join(bench.dir, 'small');
    await mkdir(small);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=300k', 'tmpfs', small], {
        stdio: 'ignore',
      });
    } catch {
      return context.skip('mounting a small disk needs more rights');
    }
    try {
      const cache = new MediaCache(join(small, 'cache'));
      await cache.open();
      const media = await rejection(bench.open(long, { cache }));
      expect(media).toMatchObject({ code: 'disk-full' });
      const sample = { seconds: 10, cache, ffmpeg: findFfmpeg, signal: signal() } as const;
      const made = await rejection(openSample({ ...sample, onProgress: () => undefined }));
      expect(made).toMatchObject({ code: 'disk-full' });
      expect(await readdir(cache.dir)).toEqual([]);
      expect(ffmpegChildren()).toEqual([]);
    } finally {
      execFileSync('umount', [small]);
    }
  });
});

describe('a source that does not hold still', () => {
  it('vanishes before ffmpeg reads it', async () => {
    const path = await bench.make('leaving.avi', ...picture(1), '-c:v', 'mpeg4');
    const ffmpeg = () => rm(path).then(() => findFfmpeg());
    expect(await rejection(bench.open(path, { ffmpeg }))).toMatchObject({ code: 'vanished' });
    expect(await readdir(bench.cache.dir)).toEqual([]);
  });

  it('grows while ffmpeg reads it', async () => {
    const path = await bench.make('growing.avi', ...picture(1), '-c:v', 'mpeg4');
    const ffmpeg = () => appendFile(path, 'more').then(() => findFfmpeg());
    const error = await rejection(bench.open(path, { ffmpeg }));
    expect((error as MediaError).message).toContain('changed while it was being prepared');
    expect(await readdir(bench.cache.dir)).toEqual([]);
  });
});

describe('no ffmpeg', () => {
  it('an ffmpeg that has gone since it was found', async () => {
    const gone = { path: join(bench.dir, 'ffmpeg-gone'), version: '1', source: 'PATH' } as const;
    const error = await rejection(bench.open(long, { ffmpeg: () => Promise.resolve(gone) }));
    expect(error).toMatchObject({ code: 'no-ffmpeg' });
    expect(await readdir(bench.cache.dir)).toEqual([]);
  });

  it('what needs no preparation opens without one', async () => {
    const path = bench.path('plain.txt');
    await writeFile(path, 'text');
    const never = () => Promise.reject(new Error('ffmpeg was asked for'));
    expect((await bench.open(path, { ffmpeg: never })).kind).toBe('text');
  });

  it('a candidate that does not run is passed over', async () => {
    const env = { ...process.env, FFMPEG_BIN: join(bench.dir, 'no-such-ffmpeg') };
    expect((await findFfmpeg(env)).source).not.toBe('FFMPEG_BIN');
  });
});
