import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from '../setup/say.mjs';

/** Where the executable lies inside electron-builder's folder for the unpacked app. */
const EXECUTABLES = {
  linux: 'bufferscope',
  darwin: 'Bufferscope.app/Contents/MacOS/Bufferscope',
  win32: 'Bufferscope.exe',
};

/** The executable of the unpacked app in electron-builder's output folder, whatever the architecture. */
export function packedExecutable(output, platform = process.platform) {
  const folders = readdirSync(output).map((name) => join(output, name, EXECUTABLES[platform]));
  const found = folders.find((file) => existsSync(file));
  if (!found) throw new SetupError(`No packed app is in ${output}.`);
  return found;
}
