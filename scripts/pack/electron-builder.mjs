import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { NOTICES, noticesText } from '../notices.mjs';
import { ROOT } from '../setup/all.mjs';
import { run } from '../setup/run.mjs';
import { SetupError } from '../setup/say.mjs';
import { wrongFuses } from './fuses.mjs';
import { drawIcons } from './icons.mjs';
import { packedExecutable } from './packed-app.mjs';

/** The development runtime may be tried in packages, in a folder of this name, but never be released. */
export const NOT_FOR_RELEASE = 'not-for-release';

/** What stands behind the version of everything that is made with the development runtime. */
export const DEVELOPMENT = '-dev';

/**
 * Runs electron-builder for these targets (`--dir`, `--linux deb tar.gz`) with an Electron of `ensureElectron`, checks the
 * fuses of what it packed, and gives {output, executable, version}.
 */
export async function buildPackages(electron, targets, { env = {}, settings = {} } = {}) {
  const output = electron.release ? 'dist' : join('dist', NOT_FOR_RELEASE);
  rmSync(join(ROOT, output), { recursive: true, force: true });
  writeFileSync(NOTICES, noticesText());
  await drawIcons(ROOT, join(ROOT, 'out-build', 'icons'));
  const own = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const version = electron.release ? own.version : `${own.version}${DEVELOPMENT}`;
  const built = await builtOf();
  const all = {
    electronDist: electron.dist,
    electronVersion: electron.version,
    'directories.output': output,
    'extraMetadata.version': version,
    'extraMetadata.homepage': 'https://bufferscope.invalid',
    'extraMetadata.packedFrom.commit': built.commit,
    'extraMetadata.packedFrom.day': built.day,
    'extraMetadata.packedFrom.electron': own.devDependencies.electron,
    ...settings,
  };
  const { code, stdout, stderr } = await run(
    process.execPath,
    [
      join(ROOT, 'node_modules', 'electron-builder', 'cli.js'),
      ...[...targets, '--config', 'electron-builder.yml', '--publish', 'never'],
      ...Object.entries(all).map(([key, value]) => `-c.${key}=${value}`),
    ],
    { cwd: ROOT, env: { ...process.env, ...env } },
  );
  if (code !== 0) throw new SetupError(`${stdout}${stderr}\nPack: electron-builder failed.`);
  const executable = packedExecutable(join(ROOT, output));
  await checkFuses(executable);
  return { output: join(ROOT, output), executable, version };
}

/** Throws where a fuse of the packed executable is not as electron-builder.yml says. */
async function checkFuses(executable) {
  const { electronFuses } = parse(readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8'));
  const wrong = await wrongFuses(executable, electronFuses);
  if (wrong.length > 0) throw new SetupError(`${executable}: wrong fuses: ${wrong.join(', ')}.`);
}

/** The commit that is packed, short, with "+" where files differ from it, and its day. */
async function builtOf() {
  const git = async (...args) => (await run('git', args, { cwd: ROOT })).stdout.trim();
  const [commit = '', day = ''] = (await git('log', '-1', '--format=%h %cs')).split(' ');
  if (commit === '') return { commit: 'unknown', day: new Date().toISOString().slice(0, 10) };
  const changed = (await git('status', '--porcelain')) !== '';
  return { commit: changed ? `${commit}+` : commit, day };
}
