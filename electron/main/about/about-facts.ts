import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cpus, totalmem, type } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { app, shell } from 'electron';
import { z } from 'zod';
import { ffmpegLicence } from '../../../model/about/ffmpeg-licence';
import type { ABOUT_REQUESTS, AboutFacts } from '../../ipc/about-requests';
import type { Handlers } from '../../ipc/router';
import { appFolder } from '../../media/app-folder';
import { findFfmpeg } from '../../media/ffmpeg';

/** What scripts/pack/electron-builder.mjs writes into the package.json of a packed app. */
const packedSchema = z.object({
  packedFrom: z.object({ commit: z.string(), day: z.string(), electron: z.string() }),
});

/** The package.json of a checkout. */
const checkoutSchema = z.object({ devDependencies: z.object({ electron: z.string() }) });

/** What main does for the About page. */
export const aboutHandlers: Pick<Handlers, keyof typeof ABOUT_REQUESTS> = {
  'about:facts': aboutFacts,
  'about:chromium-licences': async () => {
    const problem = await shell.openPath(chromiumLicences());
    return problem === '' ? null : problem;
  },
};

async function aboutFacts(): Promise<AboutFacts> {
  return {
    version: app.getVersion(),
    ...builtOf(),
    electron: process.versions.electron,
    chrome: process.versions.chrome,
    node: process.versions.node,
    ffmpeg: await ffmpegFacts(),
    system: `${systemName()} ${process.getSystemVersion()}`,
    arch: process.arch,
    cores: cpus().length,
    memoryBytes: totalmem(),
    chromiumLicences: existsSync(chromiumLicences()),
  };
}

/** Node says what the kernel is called, which on macOS is not the name of the system. */
function systemName(): string {
  if (process.platform === 'darwin') return 'macOS';
  return process.platform === 'win32' ? 'Windows' : type();
}

/** Of what this app was made, and which Electron releases of it have. */
export function builtOf(): Pick<AboutFacts, 'build' | 'releaseElectron'> {
  const file: unknown = JSON.parse(readFileSync(join(appFolder(), 'package.json'), 'utf8'));
  const packed = packedSchema.safeParse(file);
  if (!packed.success) {
    return { build: null, releaseElectron: checkoutSchema.parse(file).devDependencies.electron };
  }
  const { commit, day, electron } = packed.data.packedFrom;
  return { build: { commit, day }, releaseElectron: electron };
}

/** The ffmpeg that is used, with what it says of how it was built. */
async function ffmpegFacts(): Promise<AboutFacts['ffmpeg']> {
  try {
    const { path, version, source } = await findFfmpeg();
    const { stdout } = await promisify(execFile)(path, ['-version'], { windowsHide: true });
    const configuration = /^ *configuration: ?(.*)$/m.exec(stdout)?.[1]?.trim() ?? '';
    return { version, source, licence: ffmpegLicence(configuration), configuration };
  } catch {
    return null;
  }
}

/** Electron lays it beside its executable, on macOS beside the app's own resources. */
function chromiumLicences(): string {
  const folder = process.platform === 'darwin' ? process.resourcesPath : dirname(process.execPath);
  return join(folder, 'LICENSES.chromium.html');
}
