import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { freeName, renameFree, takeName } from '../../electron/free-name';

let dir = '';
beforeEach(async () => (dir = await mkdtemp(join(tmpdir(), 'bufferscope-names-'))));
afterEach(() => rm(dir, { recursive: true, force: true }));

const TEN = Array.from({ length: 10 }, (_, i) => i);

it('counts up to the first name that is free', async () => {
  const path = join(dir, 'a.b.webm');
  expect(await freeName(path)).toBe(path);
  await writeFile(path, '');
  await writeFile(join(dir, 'a.b (2).webm'), '');
  expect(await freeName(path)).toBe(join(dir, 'a.b (3).webm'));
});

it('gives one name to one alone, however many ask at once', async () => {
  const taken = await Promise.all(TEN.map(() => takeName(join(dir, 'video.part.mp4'))));
  expect(new Set(taken).size).toBe(10);
  expect((await readdir(dir)).length).toBe(10);
});

it('renames over nothing, however many come at once', async () => {
  const sources = TEN.map((i) => join(dir, `from-${String(i)}`));
  await Promise.all(sources.map((source) => writeFile(source, source)));
  const names = await Promise.all(sources.map((from) => renameFree(from, join(dir, 'to.mp4'))));
  expect((await readdir(dir)).length).toBe(10);
  expect(await Promise.all(names.map((name) => readFile(name, 'utf8')))).toEqual(sources);
});

it('leaves no name taken when there is nothing to rename', async () => {
  const missing = renameFree(join(dir, 'gone'), join(dir, 'to.mp4'));
  await expect(missing).rejects.toMatchObject({ code: 'ENOENT' });
  expect(await readdir(dir)).toEqual([]);
});
