import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MediaCache } from '../../../electron/media/cache';
import type { MediaProgress } from '../../../model/media/types';
import { FailingDisk, NO_FAILING_DISK } from '../../failing-disk/disk';
import { ffmpegChildren } from './children';
import { Bench, picture, tone } from './made';

let disk: FailingDisk | null;
let bench: Bench;
let film: string;
beforeAll(async () => {
  disk = await FailingDisk.mount();
  if (!disk) return;
  bench = await Bench.open();
  film = await bench.make('film.avi', ...picture(6), ...tone(6), '-c:v', 'mpeg4', '-c:a', 'mp3');
});
afterAll(async () => {
  if (!disk) return;
  await bench.close();
  await disk.unmount();
});
beforeEach(async (context) => {
  if (disk) return disk.mend();
  context.skip(NO_FAILING_DISK);
});

const refusal = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

describe('preparing a film on a disk that fails', () => {
  it.each([
    ['EIO', 'write', { code: 'failed', message: expect.stringContaining('input/output error') }],
    ['ENOSPC', 'write', { code: 'disk-full' }],
    ['EMFILE', 'open', { code: 'failed', detail: expect.stringContaining('too many open files') }],
  ])('leaves nothing where the cache lies on it: %s', async (code, asked, refused) => {
    const cache = new MediaCache(join(disk?.path ?? '', `cache-${code}`));
    await cache.open();
    const onProgress = (): void => void disk?.fail({ [asked]: code });
    expect(await refusal(bench.open(film, { cache, onProgress }))).toMatchObject(refused);
    await disk?.mend();
    expect(readdirSync(cache.dir)).toEqual([]);
    expect(ffmpegChildren()).toEqual([]);
  });

  it('does not call a film damaged whose disk is', async () => {
    const path = join(disk?.path ?? '', 'film.avi');
    copyFileSync(film, path);
    const onProgress = ({ step }: MediaProgress): void =>
      void (step === 'transcode' && disk?.fail({ read: 'EIO' }));
    expect(await refusal(bench.open(path, { onProgress }))).toMatchObject({
      code: 'failed',
      message: expect.stringContaining('input/output error') as string,
    });
    await disk?.mend();
    expect(readdirSync(bench.cache.dir)).toEqual([]);
  });
});
