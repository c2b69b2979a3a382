import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { putWhole, writeWhole } from '../../electron/whole-file';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'whole-file-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a file that is put in its place whole', () => {
  it('replaces what was there, also under the longest name that a file may have', async () => {
    const path = join(root, 'n'.repeat(255));
    await writeWhole(path, 'first');
    await writeWhole(path, Buffer.from('second'));
    expect(readFileSync(path, 'utf8')).toBe('second');
    expect(readdirSync(root)).toHaveLength(1);
  });

  it('leaves what was there where it cannot be written to its end', async () => {
    const path = join(root, 'kept.txt');
    writeFileSync(path, 'a person’s');
    const broken = putWhole(path, async (part) => {
      await writeFile(part, 'half');
      throw new Error('ENOSPC');
    });
    await expect(broken).rejects.toThrow('ENOSPC');
    expect(readFileSync(path, 'utf8')).toBe('a person’s');
    expect(readdirSync(root)).toEqual(['kept.txt']);
  });

  it('is never put in the place of a folder, nor leaves anything where there is none', async () => {
    mkdirSync(join(root, 'folder', 'full'), { recursive: true });
    await expect(writeWhole(join(root, 'folder'), 'text')).rejects.toThrow(
      /EISDIR|ENOTEMPTY|EPERM/,
    );
    await expect(writeWhole(join(root, 'none', 'a.txt'), 'text')).rejects.toThrow('ENOENT');
    expect(readdirSync(root)).toEqual(['folder']);
  });

  it.skipIf(process.platform === 'win32')(
    'is for whoever it was for, and not where it may not be written',
    async () => {
      const path = join(root, 'own.txt');
      writeFileSync(path, 'old', { mode: 0o600 });
      await writeWhole(path, 'new');
      expect(statSync(path).mode & 0o777).toBe(0o600);
      // Root may write to anything.
      if (process.getuid?.() === 0) return;
      chmodSync(path, 0o400);
      await expect(writeWhole(path, 'newer')).rejects.toThrow('EACCES');
      expect(readFileSync(path, 'utf8')).toBe('new');
    },
  );

  it.skipIf(process.platform === 'win32')('goes where a link points to', async () => {
    writeFileSync(join(root, 'file.txt'), 'old');
    symlinkSync(join(root, 'file.txt'), join(root, 'link.txt'));
    await writeWhole(join(root, 'link.txt'), 'new');
    expect(lstatSync(join(root, 'link.txt')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(root, 'file.txt'), 'utf8')).toBe('new');
  });

  it.skipIf(process.platform === 'win32')('is written into a pipe, which stays', async () => {
    const pipe = join(root, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const read = readFile(pipe, 'utf8');
    await writeWhole(pipe, 'through');
    expect(await read).toBe('through');
    expect(lstatSync(pipe).isFIFO()).toBe(true);
  });
});
