import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sha256File } from '../../../electron/media/hash';

let dir: string;
beforeAll(async () => (dir = await mkdtemp(join(tmpdir(), 'bufferscope-hash-'))));
afterAll(() => rm(dir, { recursive: true, force: true }));

it('hashes a file of several blocks', async () => {
  const bytes = Buffer.alloc(3_500_000, 'sea');
  await writeFile(join(dir, 'file'), bytes);
  const expected = createHash('sha256').update(bytes).digest('hex');
  expect(await sha256File(join(dir, 'file'))).toBe(expected);
});

it('hashes the beginning only, when asked', async () => {
  const begin = Buffer.alloc(1_500_001, 'sea');
  const expected = createHash('sha256').update(begin).digest('hex');
  expect(await sha256File(join(dir, 'file'), begin.length)).toBe(expected);
  expect(await sha256File(join(dir, 'file'), 0)).toBe(createHash('sha256').digest('hex'));
});

it('stops when it is told to', async () => {
  await expect(sha256File(join(dir, 'file'), Infinity, AbortSignal.abort())).rejects.toThrow();
});
