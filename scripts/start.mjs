/** `npm start`: sets up what is missing, then opens the window, or without a display runs headless. */
import { askedFrom } from './asked-from.mjs';
import { headlessArguments, wantsNoWindow } from './headless-defaults.mjs';
import { runElectron } from './run-electron.mjs';
import { ROOT, setup } from './setup/all.mjs';
import { hasDisplay } from './setup/display.mjs';
import { printable, runMain, say } from './setup/say.mjs';

await runMain(async () => {
  const { electron } = await setup();
  let args = process.argv.slice(2);
  if (!hasDisplay() && !wantsNoWindow(args)) {
    args = headlessArguments(args);
    say(`No display: comparing without a window, under Xvfb (${printable(args.join(' '))}).`);
  }
  return runElectron(electron.executable, [ROOT, '--', ...args], { cwd: askedFrom() });
});
