/**
 * `npm run bench [-- ROW…]`: measures the real app beside its baselines, prints a table and writes
 * out/bench.json. It reports and judges nothing: the exit code is 0 whether the targets are reached or not.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { electronSwitches } from './electron-switches.mjs';
import { ROOT, setup } from './setup/all.mjs';
import { hasDisplay } from './setup/display.mjs';
import { runMain } from './setup/say.mjs';
import { startXvfb } from './xvfb.mjs';

await runMain(async () => {
  const { electron } = await setup();
  const xvfb = hasDisplay() ? null : await startXvfb();
  if (xvfb) process.env.DISPLAY = xvfb.display;
  delete process.env.ELECTRON_RUN_AS_NODE;
  try {
    const { executable, version } = electron;
    const { bench } = await load(join(ROOT, 'test', 'bench', 'main.ts'));
    return await bench(process.argv.slice(2), {
      root: ROOT,
      executable,
      switches: electronSwitches(executable),
      electron: version,
    });
  } finally {
    await xvfb?.stop();
  }
});

/** Bundled like the app itself: module by module, every call of another module would cost a look-up. */
async function load(path) {
  const { build } = await import('vite');
  const outDir = join(ROOT, 'out-build', 'bench');
  const bundled = { ssr: path, outDir, minify: false, emptyOutDir: true };
  await build({ root: ROOT, configFile: false, logLevel: 'error', build: bundled });
  return await import(pathToFileURL(join(outDir, 'main.js')).href);
}
