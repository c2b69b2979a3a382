/** `npm run pack`: the unpacked app for this platform; with `-- --check` it then runs a comparison in it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { headlessArguments } from './headless-defaults.mjs';
import { NOTICES, noticesText } from './notices.mjs';
import { packedExecutable } from './pack/packed-app.mjs';
import { runElectron } from './run-electron.mjs';
import { ROOT, setup } from './setup/all.mjs';
import { run } from './setup/run.mjs';
import { runMain, say, SetupError } from './setup/say.mjs';

/** The development runtime may be tried in a package, in a folder of this name, but never be released. */
const NOT_FOR_RELEASE = 'not-for-release';

async function pack(electron) {
  const output = electron.release ? 'dist' : join('dist', NOT_FOR_RELEASE);
  rmSync(join(ROOT, output), { recursive: true, force: true });
  writeFileSync(NOTICES, noticesText());
  say(`Pack: electron-builder --dir, with Electron ${electron.version}.`);
  const settings = {
    electronDist: electron.dist,
    electronVersion: electron.version,
    'directories.output': output,
  };
  const { code, stdout, stderr } = await run(
    process.execPath,
    [
      join(ROOT, 'node_modules', 'electron-builder', 'cli.js'),
      ...['--dir', '--config', 'electron-builder.yml', '--publish', 'never'],
      ...Object.entries(settings).map(([key, value]) => `-c.${key}=${value}`),
    ],
    { cwd: ROOT },
  );
  if (code !== 0) throw new SetupError(`${stdout}${stderr}\nPack: electron-builder failed.`);
  return packedExecutable(join(ROOT, output));
}

/** Runs a comparison in the packed app, with empty caches: its own ffmpeg has to make the sample. */
async function check(executable, args) {
  const dir = mkdtempSync(join(tmpdir(), 'bufferscope-pack-'));
  const own = {
    BUFFERSCOPE_CACHE_DIR: join(dir, 'cache'),
    BUFFERSCOPE_USER_DATA: join(dir, 'user'),
  };
  try {
    const wanted = ['--sample-seconds', '10', '--out', join(dir, 'out'), ...args];
    return await runElectron(executable, ['--', ...headlessArguments(wanted)], { extraEnv: own });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

await runMain(async () => {
  const [first, ...rest] = process.argv.slice(2);
  if (first !== undefined && first !== '--check') {
    throw new SetupError(
      `npm run pack makes the unpacked app only; it takes --check, not ${first}.`,
    );
  }
  const { electron } = await setup();
  const executable = await pack(electron);
  say(`Pack: ${executable}`);
  if (!electron.release) {
    say('Pack: it holds the development runtime and must not be released.');
  }
  return first === '--check' ? check(executable, rest) : 0;
});
