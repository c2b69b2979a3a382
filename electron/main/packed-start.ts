import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { statSync } from 'node:fs';
import { boundToParent } from '../../scripts/bound-to-parent.mjs';
import { hasDisplay } from '../../scripts/setup/display.mjs';

/** The folder that makes a packed app portable where it lies beside it. */
export const PORTABLE_FOLDER = 'bufferscope-data';

/**
 * The folder that holds everything of a portable app (preferences, cache, runs, lessons), or null where none lies beside
 * the program. An AppImage's program lies in a file system of its own, so that its file counts; of a bundle of macOS the
 * folder that it lies in.
 */
export function portableFolder(
  execPath: string,
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string | null {
  const program = env['APPIMAGE'] ?? execPath;
  const beside = platform === 'darwin' ? resolve(dirname(program), '../../..') : dirname(program);
  const folder = join(beside, PORTABLE_FOLDER);
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? folder : null;
}

/** Makes all that is kept go into a folder: what Chromium, its toolkits and ours keep, and the answers of programs. */
export function keepAllIn(folder: string, env: NodeJS.ProcessEnv = process.env): void {
  env['BUFFERSCOPE_USER_DATA'] ||= folder;
  env['BUFFERSCOPE_CACHE'] ||= join(folder, 'cache');
  env['XDG_CACHE_HOME'] = join(folder, 'cache');
  env['XDG_CONFIG_HOME'] = folder;
}

/** Chromium's own platform that shows nothing, where it draws by itself and keeps its messages to itself. */
const DISPLAYLESS = ['--ozone-platform=headless', '--use-angle=swiftshader', '--log-level=3'];

/**
 * Whether this start shows nothing on a display: on Linux a headless run or a command, and any other where there is no
 * display. False once it has been started again for that.
 */
export function showsNothing(
  argv: readonly string[],
  words: readonly string[],
  { env = process.env, platform = process.platform } = {},
): boolean {
  if (platform !== 'linux' || argv.some((word) => word.startsWith('--ozone-platform')))
    return false;
  return words.includes('--headless') || words[0] === 'cli' || !hasDisplay(env, platform);
}

/**
 * Starts this program again so that it needs no display, hands our signals on, and settles with its exit code (128 + the
 * signal that ended it). Chromium takes its platform from the arguments alone, before any code of ours.
 */
export function startedWithoutDisplay(args: readonly string[]): Promise<number> {
  const [command, words] = boundToParent(process.execPath, [...DISPLAYLESS, ...args], 'TERM');
  const child = spawn(command, words, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((settle, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) =>
      settle(code ?? 128 + constants.signals[signal ?? 'SIGKILL']),
    );
  });
}
