import { existsSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { programKind } from './program-kind.mjs';

/** Names of electron-builder's architectures by its numbers. */
const ARCHS = ['ia32', 'x64', 'armv7l', 'arm64', 'universal'];

/**
 * Takes Electron's welcome app, which would run any folder it is given, out of the packed app, and sees that every
 * ffmpeg in it, one at least, is for the packed platform and architecture.
 */
export default async function afterPack({ appOutDir, packager, electronPlatformName, arch }) {
  const resources = packager.getResourcesDir(appOutDir);
  await rm(join(resources, 'default_app.asar'), { force: true });
  checkFfmpeg(resources, electronPlatformName, ARCHS[arch]);
}

/** Throws one sentence where an ffmpeg outside the asar is another platform's, or none is there. */
export function checkFfmpeg(resources, platform, arch) {
  const found = ffmpegsIn(join(resources, 'app.asar.unpacked', 'node_modules'));
  if (found.length === 0) {
    throw new Error(
      `No ffmpeg for ${platform} ${arch} is in the package: run npm ci and try again.`,
    );
  }
  for (const file of found) {
    const kind = programKind(file);
    if (kind?.platform === platform && kind.arch === arch) continue;
    const is = kind ? `one for ${kind.platform} ${kind.arch}` : 'no program';
    throw new Error(`${relative(resources, file)} is ${is}, not one for ${platform} ${arch}.`);
  }
}

/** Every file that is called ffmpeg, as the packages lay it. */
function ffmpegsIn(modules) {
  if (!existsSync(modules)) return [];
  return readdirSync(modules, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /^ffmpeg(\.exe)?$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name));
}
