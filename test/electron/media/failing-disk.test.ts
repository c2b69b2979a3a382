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
    { code: 'EIO', asked: 'write', refused: { code: 'failed', says: /input\/output error/ } },
    { code: 'ENOSPC', asked: 'write', refused: { code: 'disk-full', says: /is full/ } },
    { code: 'EMFILE', asked: 'open', refused: { code: 'failed', says: /could not be opened/ } },
  ])('leaves nothing where the cache lies on it: $code', async ({ code, asked, refused }) => {
    const cache = new MediaCache(join(disk?.path ?? '', `cache-${code}`));
    await cache.open();
    const onProgress = (): void => void disk?.fail({ [asked]: code });
    const error = await refusal(bench.open(film, { cache, onProgress }));
    expect(error).toMatchObject({ code: refused.code });
    expect((error as Error).message).toMatch(refused.says);
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
