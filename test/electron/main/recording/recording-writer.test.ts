import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { RecordingWriter } from '../../../../electron/main/recording/recording-writer';

/** Nobody asks what a crash would leave. */
const NOTED = { note: () => undefined, clear: () => undefined };

function made() {
  const folder = mkdtempSync(join(tmpdir(), 'bufferscope-keep-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [wanted, rescue] = [join(folder, 'wanted'), join(folder, 'rescue')];
  mkdirSync(wanted);
  mkdirSync(rescue);
  return {
    wanted,
    rescue,
    path: join(wanted, 'a.webm'),
    writer: new RecordingWriter(rescue, NOTED),
  };
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('RecordingWriter', () => {
  it('writes slices in order beside the place, and names the file when it has ended', async () => {
    const { writer, path, wanted } = made();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 300 })), async (slices) => {
        expect(await writer.begin(path)).toEqual({ path });
        expect(readdirSync(wanted)).toContain('a.webm.part');
        await Promise.all(slices.map((slice) => writer.slice(slice)));
        const whole = Buffer.concat(slices);
        expect(await writer.end()).toEqual({ path, bytes: whole.length });
        expect(readFileSync(path).equals(whole)).toBe(true);
        expect(readdirSync(wanted)).toEqual(['a.webm']);
      }),
      { numRuns: 25 },
    );
  });

  it('replaces what the dialog asked about, and only when it ends', async () => {
    const { writer, path } = made();
    writeFileSync(path, 'old');
    await writer.begin(path);
    await writer.slice(bytes('new'));
    expect(readFileSync(path, 'utf8')).toBe('old');
    await writer.end();
    expect(readFileSync(path, 'utf8')).toBe('new');
  });

  it('leaves alone what came to lie there later, and what is left of an earlier recording', async () => {
    const { writer, path, wanted } = made();
    writeFileSync(`${path}.part`, 'after a power cut');
    await writer.begin(path);
    await writer.slice(bytes('mine'));
    writeFileSync(path, 'of somebody else');
    expect(await writer.end()).toEqual({ path: join(wanted, 'a (2).webm'), bytes: 4 });
    expect(readFileSync(path, 'utf8')).toBe('of somebody else');
    expect(readFileSync(`${path}.part`, 'utf8')).toBe('after a power cut');
    expect(readdirSync(wanted)).toHaveLength(3);
  });

  it('throws away what is cancelled, and keeps the file that was to be replaced', async () => {
    const { writer, path, wanted } = made();
    writeFileSync(path, 'old');
    await writer.begin(path);
    await writer.slice(bytes('new'));
    await writer.cancel();
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(wanted)).toEqual(['a.webm']);
    expect(await writer.end()).toBeNull();
    await expect(writer.slice(bytes('late'))).rejects.toThrow(/No recording is being kept/);
  });

  it('ends properly on quitting in mid-recording, with every slice that was handed over', async () => {
    const { writer, path, wanted } = made();
    await writer.begin(path);
    const slices = Array.from({ length: 40 }, (_, i) => `slice ${String(i)};`);
    for (const slice of slices) void writer.slice(bytes(slice));
    await writer.close();
    expect(readFileSync(path, 'utf8')).toBe(slices.join(''));
    expect(readdirSync(wanted)).toEqual(['a.webm']);
    await writer.close();
  });

  it('ends the one before it when the next begins', async () => {
    const { writer, path, wanted } = made();
    await writer.begin(path);
    await writer.slice(bytes('first'));
    await writer.begin(join(wanted, 'b.webm'));
    await writer.slice(bytes('second'));
    await writer.end();
    expect(readFileSync(path, 'utf8')).toBe('first');
    expect(readFileSync(join(wanted, 'b.webm'), 'utf8')).toBe('second');
  });

  it('says why it cannot begin', async () => {
    const { writer, wanted } = made();
    await expect(writer.begin(join(wanted, 'gone', 'a.webm'))).rejects.toThrow(
      /^The recording cannot be kept in .*gone.a\.webm: its folder is gone; choose another folder\.$/,
    );
    writeFileSync(join(wanted, 'file'), '');
    await expect(writer.begin(join(wanted, 'file', 'a.webm'))).rejects.toThrow(
      /its folder is gone/,
    );
    await expect(writer.slice(bytes('x'))).rejects.toThrow(/No recording/);
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'says that a folder may not be written to',
    async () => {
      const { writer, path, wanted } = made();
      chmodSync(wanted, 0o500);
      await expect(writer.begin(path)).rejects.toThrow(/may not be written to/);
    },
  );

  it.skipIf(process.platform === 'win32')(
    'saves what was written when its folder is removed in mid-recording',
    async () => {
      const { writer, path, wanted, rescue } = made();
      writeFileSync(join(rescue, 'a.webm'), 'of somebody else');
      await writer.begin(path);
      const big = new Uint8Array(3_000_000).map((_, i) => i % 251);
      await writer.slice(big);
      rmSync(wanted, { recursive: true });
      const kept = join(rescue, 'a (2).webm');
      const sentence = await writer
        .slice(bytes('lost'))
        .then(String, (error: Error) => error.message);
      expect(sentence).toBe(
        `The recording has ended: its folder is gone. The 3.0 MB until then are kept in ${kept}.`,
      );
      expect(readFileSync(kept).equals(big)).toBe(true);
      expect(existsSync(wanted)).toBe(false);
      expect(await writer.end()).toBeNull();
    },
  );

  it.skipIf(process.platform === 'win32')(
    'saves it too when the folder goes between the last slice and the end',
    async () => {
      const { writer, path, wanted, rescue } = made();
      await writer.begin(path);
      await writer.slice(bytes('whole'));
      rmSync(wanted, { recursive: true });
      rmSync(rescue, { recursive: true });
      expect(await writer.end()).toEqual({ path: join(rescue, 'a.webm'), bytes: 5 });
    },
  );
});

/** A disk of 256 KiB of its own, where one may be mounted; null elsewhere. */
function smallDisk(options: string): string | null {
  const disk = mkdtempSync(join(tmpdir(), 'bufferscope-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    rmSync(disk, { recursive: true });
    return null;
  }
  onTestFinished(() => {
    execFileSync('umount', [disk]);
    rmSync(disk, { recursive: true });
  });
  return disk;
}

describe('RecordingWriter on a disk of its own', () => {
  it('keeps the whole slices that still went on a disk that is full', async ({ skip }) => {
    const disk = smallDisk('size=256k') ?? skip();
    const writer = new RecordingWriter(disk, NOTED);
    const path = join(disk, 'a.webm');
    await writer.begin(path);
    const slice = new Uint8Array(100_000).fill(7);
    await writer.slice(slice);
    await writer.slice(slice);
    await expect(writer.slice(slice)).rejects.toThrow(
      `The recording has ended: the disk is full. The 0.2 MB until then are kept in ${path}.`,
    );
    expect(readFileSync(path)).toEqual(Buffer.alloc(200_000, 7));
    expect(readdirSync(disk)).toEqual(['a.webm']);
    // What is there takes all the room: nothing of the next one can be kept, and nothing is left of it.
    writeFileSync(join(disk, 'filler'), Buffer.alloc(57_344));
    await writer.begin(join(disk, 'b.webm'));
    await expect(writer.slice(slice)).rejects.toThrow(
      'Nothing of the recording could be kept: the disk is full; choose another folder.',
    );
    expect(readdirSync(disk)).toEqual(['a.webm', 'filler']);
  });

  it('says that a disk may not be written to', async ({ skip }) => {
    const disk = smallDisk('ro') ?? skip();
    const writer = new RecordingWriter(disk, NOTED);
    await expect(writer.begin(join(disk, 'a.webm'))).rejects.toThrow(/may not be written to/);
  });
});
