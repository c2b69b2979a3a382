import { existsSync } from 'node:fs';

/** Our own scripts of package.json whose arguments name files. */
const TAKES_FILES = new Set(['start', 'cli']);

/**
 * The folder from which a person gave a command, against which its relative paths are meant: npm runs a script in
 * the folder of its package and keeps the person's own in INIT_CWD, also with --prefix and from a folder within.
 */
export function askedFrom(env = process.env, cwd = process.cwd()) {
  const own = TAKES_FILES.has(env.npm_lifecycle_event ?? '') ? env.INIT_CWD : undefined;
  return own && existsSync(own) ? own : cwd;
}
