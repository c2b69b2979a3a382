import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ensureElectron } from './electron.mjs';
import { ensureFfmpeg } from './ffmpeg.mjs';
import { checkNode } from './node-version.mjs';
import { say } from './say.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';

/** The folder of the checkout. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Does what is missing, in the order in which one thing needs another; gives the tools that it found. */
export async function setup() {
  checkNode();
  await ensureDependencies(ROOT, say);
  await ensureSystemLibraries(say);
  const electron = await ensureElectron(ROOT, say);
  // Neither needs the other.
  const [ffmpeg] = await Promise.all([
    ensureFfmpeg(ROOT),
    ensureBuild(ROOT, electron.executable, say),
  ]);
  return { electron, ffmpeg };
}
