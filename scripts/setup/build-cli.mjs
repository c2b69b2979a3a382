import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf, SHARED_SCRIPTS } from './build.mjs';
import { cacheDir } from './cache-dir.mjs';
import { cutFontsPlugin } from './cut-fonts.mjs';
import { packedParts } from './packed-parts.mjs';
import { REACT_AS_SHIPPED } from './run-page.mjs';
import { SetupError } from './say.mjs';
import { isWritable, passingFolder } from './writable.mjs';

/** Everything that the command line is made from: of the window what draws a run, in a page or without one. */
const SOURCES = [
  'assets/profiles',
  'assets/scenarios',
  'assets/words',
  'electron',
  'model',
  'renderer',
  ...SHARED_SCRIPTS,
  'scripts/setup/build-cli.mjs',
  'scripts/setup/cut-fonts.mjs',
  'scripts/setup/packed-parts.mjs',
  'scripts/setup/run-page.mjs',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
];

/** Builds of other sources are removed once they are this old: a running command may still load parts of one. */
const KEEP_MS = 24 * 3600 * 1000;

/**
 * Builds the command line for plain Node unless it is there, and gives its main module: in the checkout, in this
 * user's cache when the checkout is somebody else's, and where that cannot be written either, in a temporary folder that
 * goes when this process ends. The folder is named by the hash of the sources and moved into place whole: several
 * commands may begin at once.
 * @param {string} root the checkout
 * @param {(line: string) => void} say
 * @param {string} [cache]
 */
export async function ensureCliBuild(root, say, cache = cacheDir()) {
  const name = hashOf(root, SOURCES).slice(0, 16);
  const parents = [join(root, 'out-build', 'cli'), join(cache, 'cli')];
  const built = parents.find((parent) => existsSync(join(parent, name)));
  if (built) return join(built, name, MAIN);
  say('Build: the command line.');
  return join(await buildIn(parents.find(isWritable) ?? passingFolder(), root, name), MAIN);
}

const MAIN = 'index.mjs';

async function buildIn(parent, root, name) {
  const folder = join(parent, name);
  mkdirSync(parent, { recursive: true });
  removeOld(parent);
  const part = `${folder}.${process.pid}.part`;
  try {
    await build(root, part);
    renameSync(part, folder);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

async function build(root, outDir) {
  const vite = await import('vite');
  const settings = {
    ...{ root, configFile: false, logLevel: 'error', publicDir: false },
    plugins: [cutFontsPlugin(root), packedParts(root)],
    ...REACT_AS_SHIPPED,
    // Left outside, the packages are read from hundreds of small files at each start.
    ssr: { noExternal: true },
    build: {
      ...{ ssr: true, outDir, emptyOutDir: true, target: 'node20' },
      rollupOptions: {
        input: { index: 'electron/cli/index.ts', inspector: 'electron/media/inspect/process.ts' },
        // All in one folder: the command line finds the inspector beside itself. Named .mjs: no package.json is near.
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  };
  await vite.build(settings).catch((error) => {
    throw new SetupError(`Build: the command line could not be built.\n${error.message}`);
  });
}

function removeOld(parent) {
  for (const name of readdirSync(parent)) {
    const age = Date.now() - statSync(join(parent, name)).mtimeMs;
    if (age > KEEP_MS) rmSync(join(parent, name), { recursive: true, force: true });
  }
}
