import { createHash } from 'node:crypto';
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RecordedMedia } from '../../../../electron/main/runs/recorded-media';
import { byteRange, serveMedia } from '../../../../electron/main/scheme/serve-media';
import { mediaIdOf, mediaUrl } from '../../../../electron/ipc/app-url';
import type { RunLog } from '../../../../model/run/schema';
import { freshFolder } from '../../runs/folder';

/** A tenth of a second of silence as a WAV file. */
function wav(): Buffer {
  const data = Buffer.alloc(800, 128);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8);
  for (const [at, value] of [
    [16, 16],
    [24, 8000],
    [28, 8000],
    [40, data.length],
  ] as const) {
    head.writeUInt32LE(value, at);
  }
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const) {
    head.writeUInt16LE(value, at);
  }
  head.write('data', 36);
  return Buffer.concat([head, data]);
}

/** A file whose last change was a second after 1970, and what a log says of it. */
function written(name: string, content: Buffer, deliveredSha256: string | null = null) {
  const path = join(freshFolder(), name);
  writeFileSync(path, content);
  utimesSync(path, 1, 1);
  const file = { path, bytes: content.length, changedMs: 1000 };
  return { path, media: { kind: 'media', file, deliveredSha256 } as RunLog['media'] };
}

async function urlOf(media: RunLog['media']): Promise<string | null> {
  const recorded = new RecordedMedia();
  return recorded.urlOf(recorded.open(media));
}

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

describe('the pictures of an opened run', () => {
  it('are served while the file is there and the same', async () => {
    const { media } = written('a.wav', wav());
    expect(await urlOf(media)).toMatch(/^app:/);
    expect(await urlOf({ ...media, file: null })).toBeNull();
  });

  it.each([
    ['another size', { bytes: 1 }],
    ['another date', { changedMs: 2000 }],
    ['another place', { path: '/nowhere/a.wav' }],
  ])('are not shown of a file of %s', async (_what, change) => {
    const { media } = written('a.wav', wav());
    if (!media.file) throw new Error('no file');
    expect(await urlOf({ ...media, file: { ...media.file, ...change } })).toBeNull();
  });

  it('of a verified run are those of the very bytes, whatever size and date say', async () => {
    const content = wav();
    const { path, media } = written('a.wav', content, sha256(content));
    expect(await urlOf(media)).not.toBeNull();
    content[500] = 7;
    writeFileSync(path, content);
    utimesSync(path, 1, 1);
    expect(await urlOf(media)).toBeNull();
    expect(await urlOf({ ...media, deliveredSha256: null })).not.toBeNull();
  });

  it('are of no file that is not media, whatever a log says of it', async () => {
    expect(await urlOf(written('secret.txt', Buffer.from('secret')).media)).toBeNull();
  });

  it('are asked for by what opening gave, and nothing else', async () => {
    expect(await new RecordedMedia().urlOf('made up')).toBeNull();
  });
});

describe('a range of a media file', () => {
  it.each([
    ['bytes=0-', { from: 0, to: 99 }],
    ['bytes=10-19', { from: 10, to: 19 }],
    ['bytes=90-200', { from: 90, to: 99 }],
    ['bytes=-5', { from: 95, to: 99 }],
    ['bytes=100-', null],
    ['bytes=20-10', null],
    ['bytes=-', null],
    ['lines=0-1', null],
  ])('%s of 100 bytes', (header, range) => {
    expect(byteRange(header, 100)).toEqual(range);
  });

  it('is answered with its bytes and its place', async () => {
    const path = join(freshFolder(), 'x');
    writeFileSync(path, '0123456789');
    const asked = (range?: string) =>
      serveMedia(path, new Request('http://x/', range ? { headers: { range } } : {}));
    const part = await asked('bytes=2-4');
    expect([part.status, await part.text()]).toEqual([206, '234']);
    expect(part.headers.get('content-range')).toBe('bytes 2-4/10');
    const whole = await asked();
    expect([whole.status, await whole.text()]).toEqual([200, '0123456789']);
    expect((await asked('bytes=10-')).status).toBe(416);
  });

  it('has an address of its own', () => {
    expect(mediaIdOf(mediaUrl('abc'))).toBe('abc');
    expect(mediaIdOf('app://bufferscope/index.html')).toBeNull();
    expect(mediaIdOf('http://bufferscope/media/abc')).toBeNull();
  });
});
