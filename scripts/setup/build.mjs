import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';
import { SetupError } from './say.mjs';
import { isWritable } from './writable.mjs';

/** Scripts that electron/ shares with set-up. */
export const SHARED_SCRIPTS = [
  'scripts/bound-to-parent.mjs',
  'scripts/ffmpeg-candidates.mjs',
  'scripts/ffmpeg-hashes.mjs',
  'scripts/file-facts.mjs',
  'scripts/headless-defaults.mjs',
  'scripts/setup/cache-dir.mjs',
  'scripts/setup/display.mjs',
];

/** Everything that a build is made from. */
const SOURCES = [
  'assets',
  'electron',
  'model',
  'renderer',
  ...SHARED_SCRIPTS,
  'electron.vite.config.ts',
  'scripts/notices.mjs',
  'scripts/setup/cut-fonts.mjs',
  'scripts/setup/packed-parts.mjs',
  'scripts/setup/run-page.mjs',
  'scripts/setup/works-plugin.mjs',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
];

/** One hash of all files under these paths: of their names and contents, not of their dates. */
export function hashOf(root, paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesUnder(root, path))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(root, path) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [path];
  const names = readdirSync(join(root, path)).sort();
  return names.flatMap((name) => filesUnder(root, `${path}/${name}`));
}

/** Whether the last build, told by its stamp, is of other sources or is not there. */
export function buildIsStale(outBuild, hash) {
  const parts = ['main/index.js', 'preload/index.cjs', 'renderer/index.html'];
  if (parts.some((part) => !existsSync(join(outBuild, part)))) return true;
  const stamp = join(outBuild, '.stamp');
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash;
}

/** Builds main, preload and window when a source changed since the last build. */
export async function ensureBuild(root, executable, say) {
  const outBuild = join(root, 'out-build');
  const hash = hashOf(root, SOURCES);
  if (!buildIsStale(outBuild, hash)) return;
  if (!isWritable(outBuild)) {
    throw new SetupError(
      `Build: ${outBuild} is not of these sources, and this user cannot write there. Run npm run setup as the user whose it is.`,
    );
  }
  say('Build: electron-vite build.');
  const cli = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const env = { ...process.env, ELECTRON_EXEC_PATH: executable };
  const { code, stdout, stderr } = await run(process.execPath, [cli, 'build'], { cwd: root, env });
  if (code !== 0) throw new SetupError(`${stdout}${stderr}\nBuild: electron-vite build failed.`);
  writeFileSync(join(outBuild, '.stamp'), hash);
}
