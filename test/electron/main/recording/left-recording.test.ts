import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { LeftRecording } from '../../../../electron/main/recording/left-recording';
import { kindOfPath } from '../../../../electron/main/recording/recording-file';
import { RecordingWriter } from '../../../../electron/main/recording/recording-writer';
import { wholeBytes } from '../../../../electron/main/recording/whole-bytes';
import { FrameFile } from '../../../../renderer/camera/recording/frame-file';
import { heardOf, packetsOf } from '../../../renderer/camera/recording/made-frames';

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'bufferscope-left-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** Three seconds of pictures with a key frame each second, and sound, as they are written. */
async function recording(kind: 'webm' | 'mp4'): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const file = new FrameFile(kind, (bytes) => pieces.push(bytes));
  const heard = heardOf({
    codec: 'vp9',
    pictures: Array.from({ length: 60 }, (_, i) => ({
      key: i % 20 === 0,
      gapUs: 50_000,
      bytes: 200,
    })),
    soundUs: 5,
    sounds: 150,
    lateUs: 0,
  });
  for (const { frame, config } of heard) file.push(frame, config);
  await file.finish();
  return Buffer.concat(pieces);
}

describe.each(['webm', 'mp4'] as const)('a %s that was cut anywhere', (kind) => {
  it('is cut behind its last whole piece: a file that opens, with the pictures until then', async () => {
    const path = join(folder(), `a.${kind}`);
    const all = await recording(kind);
    const pictures = await packetsOf(Uint8Array.from(all), 'video');
    expect(pictures).toHaveLength(60);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: all.length }), async (cut) => {
        writeFileSync(path, all.subarray(0, cut));
        const whole = await wholeBytes(path);
        expect(whole).toBeLessThanOrEqual(cut);
        if (whole === 0) return;
        const found = await packetsOf(Uint8Array.from(all.subarray(0, whole)), 'video');
        expect(found).toEqual(pictures.slice(0, found.length));
        // Blocks of a WebM are whole one by one; an MP4 loses the fragment that was being written.
        if (kind === 'webm') expect(cut - whole).toBeLessThan(250);
      }),
      { numRuns: 60 },
    );
    writeFileSync(path, all);
    expect(await wholeBytes(path)).toBe(all.length);
  });
});

describe('LeftRecording', () => {
  it('offers once what a session did not end, and finishes it under a name that is free', async () => {
    const dir = folder();
    const [note, path] = [join(dir, 'note.json'), join(dir, 'a.webm')];
    const all = await recording('webm');
    const died = new RecordingWriter(dir, new LeftRecording(note));
    await died.begin(path);
    await died.slice(all.subarray(0, 5000));
    // It ends here, and somebody else takes the name.
    writeFileSync(path, 'of somebody else');
    const next = new LeftRecording(note);
    expect(await next.offer()).toEqual({ path, bytes: 5000 });
    const kept = await next.settle(true);
    expect(kept?.path).toBe(join(dir, 'a (2).webm'));
    expect(kept?.bytes).toBe(readFileSync(join(dir, 'a (2).webm')).length);
    expect(readFileSync(path, 'utf8')).toBe('of somebody else');
    expect(readdirSync(dir).sort()).toEqual(['a (2).webm', 'a.webm']);
    expect(await next.offer()).toBeNull();
    expect(await new LeftRecording(note).offer()).toBeNull();
  });

  it('deletes it where that is asked, and is left alone where nothing is', async () => {
    const dir = folder();
    const [note, path] = [join(dir, 'note.json'), join(dir, 'a.webm')];
    for (const keep of [false, null]) {
      const died = new RecordingWriter(dir, new LeftRecording(note));
      await died.begin(path);
      await died.slice(Uint8Array.of(1, 2, 3));
      const next = new LeftRecording(note);
      expect(await next.offer()).not.toBeNull();
      if (keep === false) expect(await next.settle(keep)).toBeNull();
      expect(existsSync(`${path}.part`)).toBe(keep === null);
      expect(existsSync(note)).toBe(false);
    }
    // What nothing plays of is no file.
    const died = new RecordingWriter(dir, new LeftRecording(note));
    await died.begin(join(dir, 'b.webm'));
    await died.slice(Uint8Array.of(1, 2, 3));
    const next = new LeftRecording(note);
    await next.offer();
    expect(await next.settle(true)).toBeNull();
    expect(existsSync(join(dir, 'b.webm.part'))).toBe(false);
  });

  it('has nothing to offer after an end, a cancel, a file that is gone and a note that is damaged', async () => {
    const dir = folder();
    const [note, path] = [join(dir, 'note.json'), join(dir, 'a.webm')];
    for (const close of ['end', 'cancel'] as const) {
      const writer = new RecordingWriter(dir, new LeftRecording(note));
      await writer.begin(path);
      await writer.slice(Uint8Array.of(1));
      await writer[close]();
      expect(await new LeftRecording(note).offer()).toBeNull();
    }
    writeFileSync(note, JSON.stringify({ path, part: join(dir, 'gone.part') }));
    expect(await new LeftRecording(note).offer()).toBeNull();
    for (const text of ['', '{', '[]', '{"path":1}']) {
      writeFileSync(note, text);
      expect(await new LeftRecording(note).offer()).toBeNull();
    }
  });
});

describe('the kind of a recording', () => {
  it('is what its ending names, where that may be; another ending is left, and ours added', () => {
    expect(kindOfPath('/a/b.MP4', ['webm', 'mp4'])).toEqual({ path: '/a/b.MP4', kind: 'mp4' });
    expect(kindOfPath('/a/b.mp4', ['webm'])).toEqual({ path: '/a/b.mp4.webm', kind: 'webm' });
    expect(kindOfPath('/a/b', ['mp4'])).toEqual({ path: '/a/b.mp4', kind: 'mp4' });
  });
});
