import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './run.mjs';
import { SetupError } from './say.mjs';
import { isWritable } from './writable.mjs';

/**
 * Whether what is installed differs from the lock. Contents are compared, not dates: a checkout or a copy
 * changes dates. An optional package may be missing (another platform's, or one whose install failed).
 */
export function dependenciesDiffer(lock, installed) {
  if (!installed) return true;
  const wanted = lock.packages;
  const found = installed.packages;
  const missing = Object.entries(wanted).some(([path, { version, integrity, optional, peer }]) => {
    if (path === '') return false;
    if (!found[path]) return !optional && !peer;
    return found[path].version !== version || found[path].integrity !== integrity;
  });
  return missing || Object.keys(found).some((path) => !wanted[path]);
}

/** Runs `npm ci` when node_modules is missing or does not hold what the lock says. */
export async function ensureDependencies(root, say) {
  const lock = readJson(join(root, 'package-lock.json'));
  if (!lock)
    throw new SetupError(`${root} has no package-lock.json: the checkout is not complete.`);
  if (!dependenciesDiffer(lock, readJson(join(root, 'node_modules', '.package-lock.json')))) return;
  const modules = join(root, 'node_modules');
  if (!isWritable(modules)) {
    throw new SetupError(
      `Dependencies: ${modules} lacks what package-lock.json names, and this user cannot write there. Run npm ci as the user whose it is.`,
    );
  }
  say('Dependencies: npm ci.');
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const { code, stderr } = await npm(args, { cwd: root });
  if (code !== 0) throw new SetupError(`Dependencies: npm ci failed.\n${stderr.trim()}`);
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
