/** Prints the path of the Electron executable used for development, making the runtime when it is missing. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureElectron } from './setup/electron.mjs';
import { runMain, sayAside } from './setup/say.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

await runMain(async () => {
  const { executable } = await ensureElectron(root, sayAside);
  process.stdout.write(`${executable}\n`);
});
