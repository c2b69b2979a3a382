/** Prints the path of the Electron executable used for development, making the runtime when it is missing. */
import { ROOT } from './setup/all.mjs';
import { ensureElectron } from './setup/electron.mjs';
import { runMain, sayAside } from './setup/say.mjs';

await runMain(async () => {
  const { executable } = await ensureElectron(ROOT, sayAside);
  process.stdout.write(`${executable}\n`);
});
