import { runChild } from './child.mjs';
import { electronSwitches } from './electron-switches.mjs';
import { noSandboxReason } from './sandbox.mjs';
import { hasDisplay } from './setup/display.mjs';
import { say } from './setup/say.mjs';
import { startXvfb } from './xvfb.mjs';

/**
 * Runs an Electron executable, under a display of its own where there is none, and gives its exit code; `cwd` is
 * the folder in which it runs.
 */
export async function runElectron(executable, args, { extraEnv = {}, cwd = process.cwd() } = {}) {
  const unsafe = noSandboxReason(executable);
  if (unsafe) say(`${unsafe}: Chromium gets no sandbox (--no-sandbox).`);
  const env = { ...process.env, ...extraEnv };
  delete env.ELECTRON_RUN_AS_NODE;
  const xvfb = hasDisplay() ? null : await startXvfb();
  if (xvfb) env.DISPLAY = xvfb.display;
  try {
    return await runChild(executable, [...electronSwitches(executable), ...args], { env, cwd });
  } finally {
    await xvfb?.stop();
  }
}
