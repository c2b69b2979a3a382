import { statfsSync } from 'node:fs';
import { noSandboxReason } from './sandbox.mjs';

/** Below this, in bytes, Chromium's shared memory does not hold three players' pictures. */
const ENOUGH_SHARED_MEMORY = 512e6;

/**
 * What Electron is started with on this machine: where there can be no sandbox there is none, a container
 * often has little shared memory, and Chromium's own messages (no bus, no GPU) stay off stderr, which is for
 * the app's sentences.
 */
export function electronSwitches(executable) {
  return [
    '--log-level=3',
    ...(noSandboxReason(executable) ? ['--no-sandbox'] : []),
    ...(sharedMemoryIsSmall() ? ['--disable-dev-shm-usage'] : []),
  ];
}

function sharedMemoryIsSmall() {
  if (process.platform !== 'linux') return false;
  try {
    const { bsize, blocks } = statfsSync('/dev/shm');
    return bsize * blocks < ENOUGH_SHARED_MEMORY;
  } catch {
    return true;
  }
}
