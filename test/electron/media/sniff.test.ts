import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sniff } from '../../../electron/media/sniff';

let dir: string;
beforeAll(async () => (dir = await mkdtemp(join(tmpdir(), 'bufferscope-sniff-'))));
afterAll(() => rm(dir, { recursive: true }));

async function sniffed(name: string, content: Uint8Array | string) {
  const path = join(dir, name);
  await writeFile(path, content);
  const file = await open(path);
  return sniff(path, file).finally(() => file.close());
}

const PLAYLIST = '#EXTM3U\n#EXTINF:2,\n/etc/passwd\n';

it.each([
  ['as it is', PLAYLIST, true],
  ['with one odd comment line', Buffer.from(`${PLAYLIST}# \x01\xff odd\n`, 'latin1'), false],
  [
    'in another alphabet of one byte a letter',
    Buffer.from(`${PLAYLIST}# \xe9t\xe9\n`, 'latin1'),
    false,
  ],
])('a playlist under a media name is text to the eye, %s', async (_, content, text) => {
  const seen = { namedMedia: true, text, mostlyText: true, magicMedia: false };
  expect(await sniffed('film.mp4', content)).toEqual(seen);
});

it.each([
  [
    'an MP4',
    Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isomiso2' + 'a lot of words '.repeat(50), 'latin1'),
  ],
  ['noise', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * i * 7919) % 251))],
  [
    'raw video',
    Buffer.from(`YUV4MPEG2 W16 H16 F25:1\nFRAME\n${'letter\xff'.repeat(100)}`, 'latin1'),
  ],
])('%s is none', async (_, content) => {
  expect(await sniffed('film.mp4', content)).toMatchObject({ mostlyText: false });
});
