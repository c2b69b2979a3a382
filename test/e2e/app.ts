import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  _electron as electron,
  test as base,
  expect,
  type ElectronApplication,
  type Page,
} from '@playwright/test';
import { electronSwitches } from '../../scripts/electron-switches.mjs';

const REPO = resolve(import.meta.dirname, '../..');
const HOLD_READY = join(REPO, 'test/hold-ready.cjs');

let executable: string | undefined;

/** The Electron executable that the set-up chose. */
export function electronPath(): string {
  executable ??= execFileSync(process.execPath, [join(REPO, 'scripts/electron-path.mjs')], {
    encoding: 'utf8',
  })
    .trim()
    .split('\n')
    .at(-1);
  if (!executable) throw new Error('scripts/electron-path.mjs printed no path');
  return executable;
}

/** The temporary folder of this test run. */
export function e2eRoot(): string {
  const root = process.env['BUFFERSCOPE_E2E_ROOT'];
  if (!root) throw new Error('global-setup has not run');
  return root;
}

/** A fresh folder inside the run's temporary folder. */
export function freshFolder(name: string): string {
  return mkdtempSync(join(e2eRoot(), `${name}-`));
}

/** A started app with its first window. */
export interface StartedApp {
  app: ElectronApplication;
  window: Page;
}

/** Environment of a started app: own user data, one media cache for the whole test run. */
export function appEnvironment(extra: Record<string, string> = {}): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [key, value] of Object.entries(process.env)) {
    if (value !== undefined && key !== 'ELECTRON_RUN_AS_NODE') env[key] = value;
  }
  return {
    ...env,
    BUFFERSCOPE_USER_DATA: freshFolder('user-data'),
    BUFFERSCOPE_CACHE_DIR: join(e2eRoot(), 'cache'),
    ...extra,
  };
}

/** Chromium's switches as `npm start` gives them: the sandbox stays on wherever there can be one. */
export function chromiumSwitches(): string[] {
  return electronSwitches(electronPath());
}

/** Starts the built app with these arguments of the user's, and these switches of Chromium's. */
export async function startApp(
  args: string[] = [],
  env: Record<string, string> = {},
  switches: string[] = [],
): Promise<StartedApp> {
  const app = await electron.launch({
    executablePath: electronPath(),
    // Playwright would switch the sandbox off.
    chromiumSandbox: true,
    args: ['-r', HOLD_READY, ...chromiumSwitches(), ...switches, REPO, '--', ...args],
    env: appEnvironment(env),
    cwd: REPO,
  });
  const window = await app.firstWindow();
  return { app, window };
}

interface Fixtures {
  /** Starts an app that is closed when the test ends. */
  start: (
    args?: string[],
    env?: Record<string, string>,
    switches?: string[],
  ) => Promise<StartedApp>;
}

/** Playwright's test with a `start` that cleans up behind itself. */
export const test = base.extend<Fixtures>({
  start: async ({}, use) => {
    const started: StartedApp[] = [];
    await use(async (...how) => {
      const one = await startApp(...how);
      started.push(one);
      return one;
    });
    await Promise.all(started.map(({ app }) => app.close().catch(() => undefined)));
  },
});

export { expect };
