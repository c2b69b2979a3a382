/**
 * `npm run pictures`: the pictures of the README, of runs that are really made. Compare is drawn by what draws videos,
 * at a fixed moment of a run; the other rooms are driven by hand. `--out DIR` writes elsewhere.
 */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { _electron as electron } from '@playwright/test';
import { askedFrom } from './asked-from.mjs';
import { electronSwitches } from './electron-switches.mjs';
import { runElectron } from './run-electron.mjs';
import { ROOT, setup } from './setup/all.mjs';
import { hasDisplay } from './setup/display.mjs';
import { runMain, say, SetupError } from './setup/say.mjs';
import { startXvfb } from './xvfb.mjs';

/** The link of the pictured run, and the moment at which it is shown: the second outage, streaming has stalled. */
const LINK = 'dropouts:1.3MB/s@12-17,30-37';
const MOMENT_S = 33;

/** What a room may take until it shows what is waited for, ms. */
const WAIT_MS = 60_000;

await runMain(async () => {
  const { values } = parseArgs({ options: { out: { type: 'string' } } });
  const out = resolve(askedFrom(), values.out ?? join(ROOT, 'assets/readme'));
  mkdirSync(out, { recursive: true });
  const { electron: found } = await setup();
  const { executable } = found;
  const folder = mkdtempSync(join(tmpdir(), 'bufferscope-pictures-'));
  const env = { ...process.env, BUFFERSCOPE_USER_DATA: join(folder, 'user') };
  delete env.ELECTRON_RUN_AS_NODE;
  const xvfb = hasDisplay() ? null : await startXvfb();
  if (xvfb) env.DISPLAY = xvfb.display;
  try {
    await run(executable, env, [
      ...['--link', LINK, '--until', '41.5s', '--out', join(folder, 'run')],
      ...['--keep', 'ocean.mp4 over Dropouts', '--runs', join(folder, 'runs')],
    ]);
    await compare(executable, env, folder, out);
    await rooms(executable, env, folder, out);
  } finally {
    await xvfb?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return 0;
});

/** The app without a window; what it says is said. */
async function run(executable, env, args) {
  const words = [ROOT, '--', '--headless', ...args];
  const code = await runElectron(executable, words, { extraEnv: env, cwd: ROOT });
  if (code !== 0) throw new SetupError(`The app ended with exit code ${String(code)}.`);
}

/** The poster of a video that begins at the moment is the moment, drawn as videos are. */
async function compare(executable, env, folder, out) {
  const video = join(folder, 'compare.mp4');
  await run(executable, env, [
    ...['--log', join(folder, 'run/report.json'), '--video', video, '--size', '1920x1080'],
    ...['--from', `${String(MOMENT_S)}s`, '--to', `${String(MOMENT_S + 0.1)}s`],
  ]);
  copyFileSync(join(folder, 'compare.png'), join(out, 'compare.png'));
  say('compare.png');
}

/** The rooms that are no picture of a run alone, as a person would have them. */
async function rooms(executable, env, folder, out) {
  const app = await electron.launch({
    executablePath: executable,
    chromiumSandbox: true,
    args: [...electronSwitches(executable), ROOT, '--', '--runs', join(folder, 'runs')],
    env,
    cwd: ROOT,
  });
  try {
    const page = await app.firstWindow();
    page.setDefaultTimeout(WAIT_MS);
    const keys = async (...names) => {
      for (const name of names) await page.keyboard.press(name);
    };
    const take = async (name) => {
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: join(out, `${name}.png`) });
      say(`${name}.png`);
    };
    await page.getByText('Press Space').first().waitFor();

    await keys('Control+5');
    await page.locator('.run-row').waitFor();
    await keys('Home', 'Enter');
    await page.getByRole('slider', { name: 'Moment of the run' }).waitFor();
    await keys('Home', ...Array(MOMENT_S).fill('PageUp'));
    await page.waitForFunction(() =>
      [...document.querySelectorAll('video')].every(
        ({ seeking, readyState }) => !seeking && readyState >= HTMLMediaElement.HAVE_CURRENT_DATA,
      ),
    );
    // Its key shows the chunk that is on the first lane's link; others have received it, or wait for it.
    await keys('t');
    await page.locator('.story').first().waitFor();
    await take('runs');

    await keys('Escape', 'Control+3');
    await page.getByText('Runs without a stall').waitFor();
    await page.getByText('12 of 12').waitFor();
    // What is exact, and what each viewer lives through, come behind the curves.
    await page.getByText('Least prefetch, exact').waitFor();
    await page
      .getByText(/^starts .*, no stall$/)
      .first()
      .waitFor();
    await take('what-if');

    await keys('Control+2');
    // A room that is shown for the first time hears its keys once it is there.
    await page
      .getByRole('button', { name: /^Start server/ })
      .first()
      .waitFor();
    await keys('s');
    // The usual port may be another program's.
    const address = page.getByRole('button', { name: /^Address http/ });
    const other = page.getByRole('button', { name: 'Start on another port' });
    await address.or(other).waitFor();
    if (await other.isVisible()) await other.click();
    await address.waitFor();
    await keys('a', 'a');
    await page.getByText('6 waiting').waitFor();
    await page.getByText('All four seats are taken.').first().waitFor();
    await take('server');
  } finally {
    await app.close();
  }
}
