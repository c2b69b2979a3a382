import { open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findFfmpeg } from '../../../../electron/media/ffmpeg';
import { sha256File } from '../../../../electron/media/hash';
import { openSample } from '../../../../electron/media/sample/sample';
import type { MediaInfo } from '../../../../model/media/types';
import { Bench } from '../made';

let bench: Bench;
let path: string;
let media: MediaInfo;
const make = () =>
  openSample({
    seconds: 10,
    cache: bench.cache,
    ffmpeg: findFfmpeg,
    onProgress: (progress) => bench.seen.push(progress),
    signal: new AbortController().signal,
  });

beforeAll(async () => {
  bench = await Bench.open();
  path = await make();
  media = await bench.open(path);
}, 60_000);
afterAll(() => bench.close());

it('is delivered as it is: fragmented H.264 and AAC', () => {
  expect(media).toMatchObject({ name: 'ocean.mp4', kind: 'media', prepared: null });
  expect(media.mime).toBe('video/mp4; codecs="avc1.42c01e, mp4a.40.2"');
  expect(media).toMatchObject({ durationS: 10, deliveredBytes: 10_000_000 });
});

it('has a fragment a second, each of which ends at a whole million bytes', () => {
  const expected = Array.from({ length: 11 }, (_, k) => ({ bytes: k * 1e6, seconds: k }));
  expect(media.index).toEqual(expected);
});

it('told how far it was, second by second', () => {
  const told = bench.seen.filter(({ step }) => step === 'sample');
  expect(told.map(({ fraction }) => fraction)).toEqual(
    Array.from({ length: 11 }, (_, k) => k / 10),
  );
  expect(told.slice(1).every(({ secondsLeft }) => secondsLeft !== null)).toBe(true);
});

it('is made once', async () => {
  bench.seen.length = 0;
  expect(await make()).toBe(path);
  expect(bench.seen).toEqual([]);
});

it('is the same to the byte when it is made again', async () => {
  const before = await sha256File(path);
  await rm(dirname(path), { recursive: true });
  expect(await sha256File(await make())).toBe(before);
});

it('holds picture, sound and little else than filler', async () => {
  const bytes = await readFile(path);
  const file = await open(path);
  const { buffer } = await file.read(Buffer.alloc(8), 0, 8, 0);
  await file.close();
  expect(buffer.toString('latin1', 4, 8)).toBe('ftyp');
  expect(bytes.toString('latin1').match(/moof/g)).toHaveLength(10);
});
