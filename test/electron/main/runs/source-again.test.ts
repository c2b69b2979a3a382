import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceAgain } from '../../../../electron/main/runs/source-again';
import type { RunLog } from '../../../../model/run/schema';
import { freshFolder } from '../../runs/folder';

type LoggedMedia = RunLog['media'];

/** A file whose last change was a second after 1970, and what a log says of it. */
function text(content = 'some text', name = 'a.txt') {
  const path = join(freshFolder(), name);
  writeFileSync(path, content);
  utimesSync(path, 1, 1);
  const size = content.length;
  const file = { path, bytes: size, changedMs: 1000 };
  const media = {
    ...{ name, kind: 'text', file, bytes: size, deliveredBytes: size },
    ...{ prepared: null, deliveredSha256: null },
  } as unknown as LoggedMedia;
  return { path, media };
}

const CACHE = '/users/cache';

/** How it is opened again where a person has opened these files. */
async function again(media: LoggedMedia, opened: readonly string[] = []) {
  const given: string[] = [];
  const found = await sourceAgain(media, {
    check(path) {
      if (!opened.includes(path)) throw new Error('not given');
    },
    give: (path) => void given.push(path),
    sample: { cacheDir: CACHE, name: 'ocean.mp4', bytes: 10e6 },
  });
  return { found, given };
}

describe('the source of a run', () => {
  it('is opened again while it is there and the same, as what it was', async () => {
    const { path, media } = text();
    expect(await again(media, [path])).toEqual({
      found: { ok: true, how: 'file', path, as: 'auto' },
      given: [],
    });
    expect((await again({ ...media, kind: 'bytes' }, [path])).found).toMatchObject({ as: 'bytes' });
  });

  it('is refused once it has gone or changed, in a sentence that names it', async () => {
    const { path, media } = text();
    utimesSync(path, 2, 2);
    expect((await again(media, [path])).found).toMatchObject({
      ok: false,
      message: expect.stringContaining(`${path} has changed since this run`) as string,
    });
    const gone = { ...media, file: { path: `${path}.gone`, bytes: 9, changedMs: 1000 } };
    expect((await again(gone, [path])).found).toMatchObject({
      message: expect.stringContaining('is not there any more') as string,
    });
  });

  it('is not opened on the word of a log alone', async () => {
    const { media } = text();
    const { found, given } = await again(media);
    expect(found).toMatchObject({
      ok: false,
      message: expect.stringContaining('nobody has opened here') as string,
    });
    expect(given).toEqual([]);
    // A text that is called media holds neither picture nor sound.
    expect(await again({ ...media, kind: 'media' })).toMatchObject({
      found: { ok: false },
      given: [],
    });
  });

  it('is the file that was prepared, not the copy in the cache', async () => {
    const { path, media } = text('own', 'own.avi');
    const copy = { path: '/cache/copy.mp4', bytes: 5, changedMs: 3 };
    const prepared = {
      ...media,
      prepared: 'Transcoded.',
      file: { ...copy, source: { path, changedMs: 1000 } },
    };
    expect((await again(prepared, [path])).found).toMatchObject({ ok: true, path });
    expect((await again({ ...prepared, file: copy }, [path])).found).toMatchObject({
      message: expect.stringContaining('does not say where own.avi was') as string,
    });
  });

  it('is the sample wherever the cache had it, made anew if need be', async () => {
    const { media } = text();
    const at = (path: string, deliveredBytes = 10e6): LoggedMedia => ({
      ...media,
      ...{ kind: 'media', deliveredBytes, file: { path, bytes: 1, changedMs: 0 } },
    });
    expect((await again(at(join(CACHE, 'x', 'ocean.mp4')))).found).toEqual({
      ok: true,
      how: 'sample',
    });
    for (const other of [at('/elsewhere/ocean.mp4'), at(join(CACHE, 'ocean.mp4'), 5)]) {
      expect((await again(other)).found).toMatchObject({ ok: false });
    }
  });

  it('that was no file is said to be unknown', async () => {
    const { media } = text();
    expect((await again({ ...media, file: null })).found).toMatchObject({ ok: false });
  });
});
