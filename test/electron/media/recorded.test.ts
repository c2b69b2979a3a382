import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebmExcerpt } from '../../../model/camera/webm-excerpt';
import { Bench, picture, tone } from './made';

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.open();
});
afterAll(() => bench.close());

/** A WebM as a browser's recorder writes it: no length in its head, a cluster for every picture that stands by itself. */
const recorded = (name: string) =>
  bench.make(
    name,
    ...[...picture(6), ...tone(6), '-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8'],
    ...['-g', '25', '-c:a', 'libopus', '-live', '1', '-f', 'webm'],
  );

/** What is kept of slices of this many bytes when it is wanted from one of them on. */
function kept(bytes: Uint8Array, sliceBytes: number, from: number): Uint8Array {
  const excerpt = new WebmExcerpt();
  const given: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += sliceBytes) {
    if (at <= from && from < at + sliceBytes) excerpt.begin();
    given.push(excerpt.push(bytes.subarray(at, at + sliceBytes)));
  }
  return Buffer.concat(given);
}

describe('a recording without a length in its head', () => {
  it('is opened as it is, and its index finds the length', async () => {
    const media = await bench.open(await recorded('whole.webm'));
    expect(media).toMatchObject({ kind: 'media', container: 'WebM', prepared: null });
    expect(media.durationS).toBeCloseTo(6, 0);
    expect(media.index.length).toBeGreaterThan(50);
  });

  it('is opened as it is when it was kept from the middle on, and begins at 0', async () => {
    const bytes = await readFile(await recorded('long.webm'));
    const path = bench.path('from-the-middle.webm');
    await writeFile(path, kept(bytes, 5000, Math.floor(bytes.length / 2)));
    const media = await bench.open(path);
    expect(media).toMatchObject({ prepared: null, hasVideo: true, hasAudio: true });
    expect(media.durationS).toBeGreaterThan(1.5);
    expect(media.durationS).toBeLessThan(4);
    expect(media.index[1]?.seconds).toBeLessThan(0.5);
  });
});
