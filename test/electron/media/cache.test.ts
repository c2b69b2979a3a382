import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MediaCache } from '../../../electron/media/cache';

let dir: string;
beforeEach(async () => (dir = await mkdtemp(join(tmpdir(), 'bufferscope-cache-'))));
afterEach(() => rm(dir, { recursive: true, force: true }));

const KB = 1000;
const opened = async (capBytes: number) => {
  const cache = new MediaCache(dir, capBytes);
  await cache.open();
  return cache;
};
/** An entry of 10 kB, last used so many seconds ago. */
const add = async (cache: MediaCache, key: string, agoS: number) => {
  const { path } = await cache.make(key, async (folder) => {
    await writeFile(join(folder, 'media'), Buffer.alloc(10 * KB));
    return { file: 'media', note: `note of ${key}` };
  });
  const then = new Date(Date.now() - agoS * 1000);
  await utimes(join(dir, key), then, then);
  return path;
};
const entries = async () => (await readdir(dir)).filter((name) => !/\.(use|part)$/.test(name));

describe('the cache', () => {
  it('finds what was made, with its note', async () => {
    const cache = await opened(1e6);
    expect(await cache.find('film')).toBeNull();
    const path = await add(cache, 'film', 0);
    expect(await cache.find('film')).toEqual({ path, note: 'note of film' });
  });

  it('lets go of what was used longest ago once it is over the cap', async () => {
    const cache = await opened(25 * KB);
    for (const [key, agoS] of [
      ['old', 300],
      ['older', 400],
      ['new', 100],
    ] as const) {
      await cache.release(await add(cache, key, agoS));
    }
    expect((await entries()).sort()).toEqual(['new', 'old']);
  });

  it('counts finding as use', async () => {
    const cache = await opened(1e6);
    for (const [key, agoS] of [
      ['a', 300],
      ['b', 200],
    ] as const) {
      await cache.release(await add(cache, key, agoS));
    }
    const found = await cache.find('a');
    await cache.release(found?.path ?? '');
    await cache.setCap(15 * KB);
    expect(await entries()).toEqual(['a']);
  });

  it('never lets go of what is in use, however small the cap', async () => {
    const cache = await opened(1e6);
    const path = await add(cache, 'held', 900);
    await cache.release(await add(cache, 'free', 1));
    await cache.setCap(1);
    expect(await entries()).toEqual(['held']);
    await cache.release(path);
    expect(await entries()).toEqual([]);
  });

  it('heeds what another living process uses, not what a dead one did', async () => {
    const cache = await opened(1e6);
    for (const key of ['theirs', 'nobodys']) await cache.release(await add(cache, key, 9));
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    await writeFile(join(dir, `theirs.${process.ppid}.use`), '');
    await writeFile(join(dir, `nobodys.${dead}.use`), '');
    const other = await opened(1);
    await other.close();
    expect(await entries()).toEqual(['theirs']);
  });

  it('keeps what was there first when two make the same, and tells who made it', async () => {
    const [one, other] = [await opened(1e6), await opened(1e6)];
    const make = (cache: MediaCache, note: string) =>
      cache.make('film', async (folder) => {
        await writeFile(join(folder, 'media'), note);
        return { file: 'media', note, extra: note.length };
      });
    expect(await make(one, 'first')).toMatchObject({ note: 'first', own: { extra: 5 } });
    const second = await make(other, 'second one');
    expect(second).toMatchObject({ note: 'first', own: null });
    expect(await readFile(second.path, 'utf8')).toBe('first');
    expect(await entries()).toEqual(['film']);
  });

  it('leaves nothing of what failed to be made', async () => {
    const cache = await opened(1e6);
    const making = cache.make('broken', async (folder) => {
      await writeFile(join(folder, 'media'), 'half');
      throw new Error('no more');
    });
    await expect(making).rejects.toThrow('no more');
    expect(await readdir(dir)).toEqual([]);
  });

  it('sweeps what dead processes left half made, and only that', async () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    await mkdir(join(dir, `film.${dead}.1.part`));
    await mkdir(join(dir, `film.${process.ppid}.1.part`));
    await opened(1e6);
    expect(await readdir(dir)).toEqual([`film.${process.ppid}.1.part`]);
  });

  it('closing releases all and removes what is half made', async () => {
    const cache = await opened(1e6);
    await add(cache, 'film', 0);
    await mkdir(join(dir, `other.${process.pid}.1.part`));
    await cache.close();
    expect(await readdir(dir)).toEqual(['film']);
  });

  it('makes a damaged entry anew', async () => {
    const cache = await opened(1e6);
    await add(cache, 'film', 0);
    await rm(join(dir, 'film', 'media'));
    expect(await cache.find('film')).toBeNull();
    await add(cache, 'film', 0);
    expect((await cache.find('film'))?.note).toBe('note of film');
  });

  it('releases nothing for a path outside, though its folder is called as an entry is', async () => {
    const cache = await opened(1e6);
    const path = await add(cache, 'film', 0);
    for (const outside of [
      '/elsewhere/film/media',
      join(dir, 'film'),
      join(path, 'film', 'media'),
    ]) {
      await cache.release(outside);
    }
    await cache.setCap(1);
    expect(await entries()).toEqual(['film']);
    await cache.release(path);
    expect(await entries()).toEqual([]);
  });
});

describe('an entry that is not what its maker left', () => {
  const noise = Buffer.from(Array.from({ length: 10 * KB }, (_, i) => (i * 7919) % 251));
  const spoiled: [string, (file: string, note: string) => Promise<void>][] = [
    ['is noise of its own length', (file) => writeFile(file, noise)],
    ['is empty', (file) => truncate(file, 0)],
    ['is cut', (file) => truncate(file, 5 * KB)],
    ['has gone', (file) => rm(file)],
    ['is a folder', (file) => rm(file).then(() => mkdir(file))],
    ['is a link to another file', (file) => rm(file).then(() => symlink('/etc/hosts', file))],
    ['has an empty note', (_, note) => writeFile(note, '')],
    ['has half a note', (_, note) => truncate(note, 12)],
    ['has a note of another kind', (_, note) => writeFile(note, '[{"file":"media"}]')],
    ['has a note that is a folder', (_, note) => rm(note).then(() => mkdir(note))],
    ['has a note of a gigabyte', (_, note) => truncate(note, 1e9)],
  ];
  it.each(spoiled)('that %s is thrown away and made again', async (_, spoil) => {
    const cache = await opened(1e9);
    await add(cache, 'film', 9);
    await spoil(join(dir, 'film', 'media'), join(dir, 'film', 'entry.json'));
    expect(await cache.find('film')).toBeNull();
    expect(await readdir(dir)).toEqual([]);
    await add(cache, 'film', 0);
    expect((await cache.find('film'))?.note).toBe('note of film');
  });

  it.each(['../outside', '..', '.', '/etc/hosts', 'a/../../outside', '', 'sub\\..\\outside'])(
    'that names %j as its file does not lead there',
    async (file) => {
      const cache = await opened(1e6);
      await add(cache, 'film', 9);
      const note = join(dir, 'film', 'entry.json');
      const honest = JSON.parse(await readFile(note, 'utf8')) as Record<string, unknown>;
      await writeFile(join(dir, 'outside'), Buffer.alloc(10 * KB));
      // All else of the note fits what lies there.
      const there = await stat(join(dir, 'film', file)).catch(() => null);
      const facts = there && { bytes: there.size, changedMs: there.mtimeMs };
      await writeFile(note, JSON.stringify({ ...honest, file, ...facts }));
      expect(await cache.find('film')).toBeNull();
    },
  );

  it('whose folder is a file, or a link to a folder, gives way', async () => {
    const cache = await opened(1e6);
    await add(cache, 'elsewhere', 0);
    await writeFile(join(dir, 'film'), 'x');
    await symlink(join(dir, 'elsewhere'), join(dir, 'other'));
    for (const key of ['film', 'other']) {
      expect(await cache.find(key)).toBeNull();
      await add(cache, key, 0);
      expect(await cache.find(key)).not.toBeNull();
    }
    expect(await cache.find('elsewhere')).not.toBeNull();
  });
});

describe('where nothing can be written', () => {
  it.each([
    ['a file stands in the way', () => writeFile(join(dir, 'home'), '')],
    ['the folder is read-only', () => mkdir(join(dir, 'home'), { mode: 0o555 })],
  ])('%s: the session has a folder of its own, gone with it', async (_, make) => {
    await make();
    await chmod(dir, 0o755);
    const root = process.geteuid?.() === 0;
    const before = new MediaCache(join(dir, 'home', 'cache'));
    if (root) process.seteuid?.(65534);
    try {
      await before.open();
      expect(before.dir.startsWith(tmpdir())).toBe(true);
      await before.make('film', async (folder) => {
        await writeFile(join(folder, 'media'), 'x');
        return { file: 'media', note: '' };
      });
      expect(await before.find('film')).not.toBeNull();
      await before.close();
      await expect(readdir(before.dir)).rejects.toThrow();
    } finally {
      if (root) process.seteuid?.(0);
    }
  });
});
