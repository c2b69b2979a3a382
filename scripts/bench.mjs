/**
 * `npm run bench [-- ROW…]`: measures the real app beside its baselines, prints a table and writes
 * out/bench.json. It reports and judges nothing: the exit code is 0 whether the targets are reached or not.
 */
import { join } from 'node:path';
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

/** Vite is there anyway and runs TypeScript in this process: no test runner with its own clock and workers. */
async function load(path) {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(path, { root: ROOT, configFile: false, logLevel: 'error' });
  return module;
}
