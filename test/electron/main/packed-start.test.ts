import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepAllIn, PORTABLE_FOLDER, portableFolder } from '../../../electron/main/packed-start';
import { cacheFolder, userFolder } from '../../../electron/user-folder';

let dir = '';
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'portable-'))));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

it('is portable with a folder beside the program, the bundle or the AppImage', () => {
  const beside = join(dir, PORTABLE_FOLDER);
  const bundled = join(dir, 'Bufferscope.app/Contents/MacOS/Bufferscope');
  const found = (): (string | null)[] => [
    portableFolder(join(dir, 'bufferscope'), {}, 'linux'),
    portableFolder(bundled, {}, 'darwin'),
    portableFolder('/tmp/.mount_x/bufferscope', { APPIMAGE: join(dir, 'B.AppImage') }, 'linux'),
  ];
  expect(found()).toEqual([null, null, null]);
  mkdirSync(beside);
  expect(found()).toEqual([beside, beside, beside]);
});

it('keeps everything there, but for what is named by hand', () => {
  const env: NodeJS.ProcessEnv = {};
  keepAllIn('/stick/data', env);
  expect([userFolder(env), cacheFolder(env)]).toEqual(['/stick/data', '/stick/data/cache']);
  expect([env['XDG_CONFIG_HOME'], env['BUFFERSCOPE_CACHE']]).toEqual([
    '/stick/data',
    '/stick/data/cache',
  ]);
  const named: NodeJS.ProcessEnv = { BUFFERSCOPE_USER_DATA: '/mine' };
  keepAllIn('/stick/data', named);
  expect(userFolder(named)).toBe('/mine');
});
