import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildIsStale, hashOf } from '../../scripts/setup/build.mjs';
import { cacheDir } from '../../scripts/setup/cache-dir.mjs';
import { dependenciesDiffer } from '../../scripts/setup/dependencies.mjs';
import { hasDisplay } from '../../scripts/setup/display.mjs';
import { refusedLately, rememberRefusal } from '../../scripts/setup/electron-own.mjs';
import { checkNode } from '../../scripts/setup/node-version.mjs';
import { checkIntegrity, integrityOf } from '../../scripts/setup/pinned-package.mjs';
import { installedNames, missingGroups } from '../../scripts/setup/system-libraries.mjs';

let dir = '';
beforeEach(async () => (dir = await mkdtemp(join(tmpdir(), 'setup-'))));
afterEach(() => rm(dir, { recursive: true }));

describe('dependencies', () => {
  const a = { version: '1.0.0', integrity: 'sha512-a' };
  const b = { version: '2.0.0', integrity: 'sha512-b', optional: true };
  const lock = { packages: { '': { name: 'app' }, 'node_modules/a': a, 'node_modules/b': b } };

  it('are as locked when all are there, and when an optional one is not', () => {
    expect(
      dependenciesDiffer(lock, { packages: { 'node_modules/a': a, 'node_modules/b': b } }),
    ).toBe(false);
    expect(dependenciesDiffer(lock, { packages: { 'node_modules/a': a } })).toBe(false);
  });

  it('differ when nothing is installed, one is missing, of another version, or too many', () => {
    expect(dependenciesDiffer(lock, null)).toBe(true);
    expect(dependenciesDiffer(lock, { packages: {} })).toBe(true);
    const other = { ...a, version: '1.0.1' };
    expect(dependenciesDiffer(lock, { packages: { 'node_modules/a': other } })).toBe(true);
    expect(
      dependenciesDiffer(lock, { packages: { 'node_modules/a': a, 'node_modules/c': a } }),
    ).toBe(true);
  });
});

describe('the build', () => {
  const parts = ['main/index.js', 'preload/index.cjs', 'renderer/index.html'];
  const write = async (path: string, text: string) => {
    await mkdir(join(dir, path, '..'), { recursive: true });
    await writeFile(join(dir, path), text);
  };

  it('has a hash of names and contents, not of dates', async () => {
    await write('src/one.ts', '1');
    const first = hashOf(dir, ['src', 'gone']);
    await utimes(join(dir, 'src/one.ts'), 1, 1);
    expect(hashOf(dir, ['src', 'gone'])).toBe(first);
    await write('src/one.ts', '2');
    const second = hashOf(dir, ['src']);
    await write('src/two.ts', '');
    expect(new Set([first, second, hashOf(dir, ['src'])]).size).toBe(3);
  });

  it('is stale without its parts, without a stamp and with the stamp of other sources', async () => {
    await write('.stamp', 'hash');
    expect(buildIsStale(dir, 'hash')).toBe(true);
    for (const part of parts) await write(part, '');
    expect(buildIsStale(dir, 'hash')).toBe(false);
    expect(buildIsStale(dir, 'other')).toBe(true);
    await rm(join(dir, '.stamp'));
    expect(buildIsStale(dir, 'hash')).toBe(true);
  });
});

describe('the runtime', () => {
  it('is used only with the pinned integrity', async () => {
    const file = join(dir, 'package.tgz');
    await writeFile(file, 'bytes');
    const pinned = await integrityOf(file);
    expect(pinned).toMatch(/^sha512-[\w+/]{86}==$/);
    await checkIntegrity(file, pinned, 'package');
    await writeFile(file, 'other bytes');
    await expect(checkIntegrity(file, pinned, 'package')).rejects.toThrow(/not the pinned one/);
  });

  it('is not asked for again for a week after a refusal', () => {
    const marker = join(dir, 'electron', 'refused');
    const week = 7 * 24 * 3600 * 1000;
    expect(refusedLately(marker)).toBe(false);
    rememberRefusal(marker, 'fetch failed');
    expect(refusedLately(marker)).toBe(true);
    // A file's time is finer than the clock's, so the week is over a moment later.
    expect(refusedLately(marker, Date.now() + week + 1000)).toBe(false);
  });

  it.each([
    [{ BUFFERSCOPE_CACHE: '/x' }, 'linux', 0, '/x'],
    [{}, 'linux', 0, '/var/cache/bufferscope'],
    [{}, 'linux', 1000, '/home/me/.cache/bufferscope'],
    [{ XDG_CACHE_HOME: '/c' }, 'linux', 1000, '/c/bufferscope'],
    [{}, 'darwin', 501, '/home/me/Library/Caches/bufferscope'],
    [{ LOCALAPPDATA: '/l' }, 'win32', undefined, '/l/bufferscope/Cache'],
  ] as const)('is kept for %j on %s as %s in %s', (env, platform, uid, expected) => {
    expect(cacheDir({ env, platform, uid, home: '/home/me' }).replaceAll('\\', '/')).toBe(expected);
  });
});

describe('the system', () => {
  const groups = [['libgtk-3-0t64', 'libgtk-3-0'], ['libnss3'], ['xvfb']];

  it('has a library under its old or its new name', () => {
    const old = installedNames('installed libgtk-3-0\nnot-installed libnss3\n');
    expect(missingGroups(groups, old)).toEqual([['libnss3'], ['xvfb']]);
    const recent = installedNames('installed libgtk-3-0t64\ninstalled libnss3\ninstalled xvfb');
    expect(missingGroups(groups, recent)).toEqual([]);
  });

  it('has a display unless it is Linux without one', () => {
    expect(hasDisplay({}, 'linux')).toBe(false);
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true);
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
    expect(hasDisplay({}, 'darwin')).toBe(true);
  });

  it('needs Node 20.19', () => {
    expect(() => checkNode('20.18.3')).toThrow(/too old/);
    checkNode('20.19.0');
    checkNode('22.0.0');
  });
});
