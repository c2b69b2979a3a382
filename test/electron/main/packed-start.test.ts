import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  keepAllIn,
  PORTABLE_FOLDER,
  portableFolder,
  showsNothing,
} from '../../../electron/main/packed-start';
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

it('needs no display for a run without a person, a command, or where there is none', () => {
  const shown = { env: { DISPLAY: ':0' }, platform: 'linux' as const };
  const none = { env: {}, platform: 'linux' as const };
  expect(showsNothing(['app'], [], shown)).toBe(false);
  expect(showsNothing(['app'], ['--check'], shown)).toBe(false);
  expect(showsNothing(['app'], ['--headless'], shown)).toBe(true);
  expect(showsNothing(['app'], ['cli', 'runs', 'list'], shown)).toBe(true);
  expect(showsNothing(['app'], [], none)).toBe(true);
  expect(showsNothing(['app', '--ozone-platform=headless'], [], none)).toBe(false);
  expect(showsNothing(['app'], ['--headless'], { env: {}, platform: 'win32' })).toBe(false);
});
