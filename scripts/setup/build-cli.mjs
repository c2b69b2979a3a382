import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf, SHARED_SCRIPTS } from './build.mjs';
import { SetupError } from './say.mjs';

/** Everything that the command line is made from; the window is no part of it. */
const SOURCES = [
  'assets/profiles',
  'assets/words',
  'electron',
  'model',
  ...SHARED_SCRIPTS,
  'scripts/setup/build-cli.mjs',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
];

/** Builds of other sources are removed once they are this old: a running command may still load parts of one. */
const KEEP_MS = 24 * 3600 * 1000;

/**
 * Builds the command line for plain Node unless it is there, and gives its main module. The folder is
 * named by the hash of the sources and moved into place whole: several commands may begin at once.
 */
export async function ensureCliBuild(root, say) {
  const parent = join(root, 'out-build', 'cli');
  const folder = join(parent, hashOf(root, SOURCES).slice(0, 16));
  if (!existsSync(folder)) {
    say('Build: the command line.');
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
  }
  return join(folder, 'index.js');
}

async function build(root, outDir) {
  const vite = await import('vite');
  const settings = {
    ...{ root, configFile: false, logLevel: 'error', publicDir: false },
    // Left outside, the packages are read from hundreds of small files at each start.
    ssr: { noExternal: true },
    build: {
      ...{ ssr: true, outDir, emptyOutDir: true, target: 'node20' },
      rollupOptions: {
        input: { index: 'electron/cli/index.ts', inspector: 'electron/media/inspect/process.ts' },
        // All in one folder: the command line finds the inspector beside itself.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
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
