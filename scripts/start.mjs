/** `npm start`: sets up what is missing, then opens the window, or without a display runs headless. */
import { runChild } from './child.mjs';
import { electronSwitches } from './electron-switches.mjs';
import { headlessArguments, wantsNoWindow } from './headless-defaults.mjs';
import { noSandboxReason } from './sandbox.mjs';
import { ROOT, setup } from './setup/all.mjs';
import { hasDisplay } from './setup/display.mjs';
import { runMain, say } from './setup/say.mjs';
import { startXvfb } from './xvfb.mjs';

await runMain(async () => {
  const { electron } = await setup();
  const { executable } = electron;
  const unsafe = noSandboxReason(executable);
  if (unsafe) say(`${unsafe}: Chromium gets no sandbox (--no-sandbox).`);
  let args = process.argv.slice(2);
  const env = { ...process.env };
  delete env.ELECTRON_RUN_AS_NODE;
  const start = () =>
    runChild(executable, [...electronSwitches(executable), ROOT, '--', ...args], { env });
  if (hasDisplay()) return start();

  if (!wantsNoWindow(args)) {
    args = headlessArguments(args);
    say(`No display: comparing without a window, under Xvfb (${args.join(' ')}).`);
  }
  const xvfb = await startXvfb();
  env.DISPLAY = xvfb.display;
  try {
    return await start();
  } finally {
    await xvfb.stop();
  }
});
