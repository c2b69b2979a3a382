import { SetupError } from './say.mjs';

/** Throws one sentence when Node is older than 20.19, which the build tools want. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new SetupError(`Node ${version} is too old: Bufferscope wants 20.19 or newer.`);
}
