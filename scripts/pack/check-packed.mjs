import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { headlessArguments } from '../headless-defaults.mjs';
import { runElectron } from '../run-electron.mjs';

/** Runs a comparison in a packed app, with empty caches: its own ffmpeg has to make the sample. Gives the exit code. */
export async function checkPacked(executable, args) {
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
