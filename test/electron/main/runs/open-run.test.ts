import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openRun } from '../../../../electron/main/runs/open-run';
import { RecordedMedia } from '../../../../electron/main/runs/recorded-media';
import { byteRange, serveMedia } from '../../../../electron/main/scheme/serve-media';
import { mediaIdOf, mediaUrl } from '../../../../electron/ipc/app-url';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'open-run-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

describe('opening a run log', () => {
  it.each([
    ['nothing.json', null, /^nothing\.json cannot be read \(ENOENT\); choose another file\.$/],
    ['text.json', 'not json', /^text\.json is no run log: it is not JSON\.$/],
    ['other.json', '{"a":1}', /^other\.json: This is no run log: it names no "schema"\.$/],
  ])('refuses %s in a sentence', async (name, content, sentence) => {
    const path = join(folder(), name);
    if (content !== null) writeFileSync(path, content);
    const opened = await openRun(path, new RecordedMedia());
    expect(opened).toMatchObject({ ok: false });
    expect(opened.ok ? '' : opened.message).toMatch(sentence);
  });

  it('hands out no file that is not media, whatever a log says of it', async () => {
    const path = join(folder(), 'secret.txt');
    writeFileSync(path, 'secret');
    utimesSync(path, 1, 1);
    const file = { path, bytes: 6, changedMs: 1000 };
    const media = { kind: 'media', file } as Parameters<RecordedMedia['register']>[0];
    expect(await new RecordedMedia().register(media)).toBeNull();
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
    const path = join(folder(), 'x');
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
