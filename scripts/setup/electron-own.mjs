import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './run.mjs';

/** Days after which a refused download is tried again. */
const RETRY_DAYS = 7;

/** The executable that the electron package has already downloaded, or null. */
export function ownExecutable(packageDir) {
  try {
    const file = readFileSync(join(packageDir, 'path.txt'), 'utf8');
    const executable = join(packageDir, 'dist', file);
    return existsSync(executable) ? executable : null;
  } catch {
    return null;
  }
}

/** Whether this marker says that the download was refused lately. */
export function refusedLately(marker, now = Date.now()) {
  const made = statSync(marker, { throwIfNoEntry: false })?.mtimeMs;
  return made !== undefined && now - made < RETRY_DAYS * 24 * 3600 * 1000;
}

/** Lets the electron package download its own binary; gives null when done, else why not. */
export async function downloadOwn(packageDir) {
  const env = { ...process.env, ELECTRON_GET_NO_PROGRESS: '1' };
  const result = await run(process.execPath, [join(packageDir, 'install.js')], { env });
  if (result.code === 0 && ownExecutable(packageDir)) return null;
  const cause = /\[cause\]: (.+)/.exec(result.stderr)?.[1]?.replace(/\s*\{?$/, '');
  return cause ?? (result.stderr.trim().split('\n')[0] || `exit code ${result.code}`);
}

/** Remembers a refusal, so that the next set-up does not wait for it again. */
export function rememberRefusal(marker, reason) {
  mkdirSync(dirname(marker), { recursive: true });
  writeFileSync(marker, `${reason}\n`);
}
