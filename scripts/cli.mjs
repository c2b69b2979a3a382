/**
 * `npm run --silent cli -- COMMAND …`: the command line in plain Node, without Electron and without a
 * display. Its answer alone goes to stdout; what has to be set up first is told on stderr.
 */
import { pathToFileURL } from 'node:url';
import { askedFrom } from './asked-from.mjs';
import { ROOT } from './setup/all.mjs';
import { ensureCliBuild } from './setup/build-cli.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { checkNode } from './setup/node-version.mjs';
import { runMain, sayAside } from './setup/say.mjs';

/** What a command that writes into a pipe which nobody reads any more ends with: 128 + SIGPIPE, as others do. */
const NOBODY_READS = 141;
for (const output of [process.stdout, process.stderr]) {
  output.on('error', ({ code }) => process.exit(code === 'EPIPE' ? NOBODY_READS : 1));
}

await runMain(async () => {
  checkNode();
  await ensureDependencies(ROOT, sayAside);
  const { main } = await import(pathToFileURL(await ensureCliBuild(ROOT, sayAside)).href);
  process.chdir(askedFrom());
  return main(process.argv.slice(2), ROOT);
});
