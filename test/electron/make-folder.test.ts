import { chmodSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder, makeFolderSync } from '../../electron/make-folder';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'make-folder-'))));
afterEach(() => {
  chmodSync(root, 0o755);
  rmSync(root, { recursive: true, force: true });
});

/** Both ways of making a folder, as one that settles. */
const WAYS = {
  later: makeFolder,
  'at once': (path: string) => Promise.resolve().then(() => makeFolderSync(path)),
};

describe.each(Object.entries(WAYS))('a folder made %s', (_name, make) => {
  it('is there with all above it, also when it was there before or is made twice at once', async () => {
    const path = join(root, 'a', 'b', 'c');
    await Promise.all([make(path), make(path)]);
    await make(path);
    expect(statSync(path).isDirectory()).toBe(true);
  });

  it('may be a link to one', async () => {
    symlinkSync(root, join(root, 'link'));
    await make(join(root, 'link', 'inside'));
    expect(statSync(join(root, 'inside')).isDirectory()).toBe(true);
  });

  it('is refused in the words of the system where a file is in the way', async () => {
    writeFileSync(join(root, 'file'), 'mine');
    await expect(make(join(root, 'file'))).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(make(join(root, 'file', 'inside'))).rejects.toMatchObject({ code: 'ENOTDIR' });
  });

  // Node's own recursive mkdir never returns from there.
  it.runIf(process.platform === 'linux')('is refused below /proc, and not waited for', async () => {
    await expect(make('/proc/bufferscope')).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(make('/proc/bufferscope/deeper')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('is refused when its name is longer than the system allows', async () => {
    await expect(make(join(root, 'n'.repeat(4000)))).rejects.toMatchObject({
      code: expect.stringMatching(/ENAMETOOLONG|ENOENT/) as string,
    });
  });
});
