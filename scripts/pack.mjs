/** `npm run pack`: the unpacked app for this platform; with `-- --check` it then runs a comparison in it. */
import { checkPacked } from './pack/check-packed.mjs';
import { buildPackages } from './pack/electron-builder.mjs';
import { setup } from './setup/all.mjs';
import { runMain, say, SetupError } from './setup/say.mjs';

await runMain(async () => {
  const [first, ...rest] = process.argv.slice(2);
  if (first !== undefined && first !== '--check') {
    throw new SetupError(
      `npm run pack makes the unpacked app only; it takes --check, not ${first}.`,
    );
  }
  const { electron } = await setup();
  say(`Pack: electron-builder --dir, with Electron ${electron.version}.`);
  const { executable } = await buildPackages(electron, ['--dir']);
  say(`Pack: ${executable}`);
  if (!electron.release) {
    say('Pack: it holds the development runtime and must not be released.');
  }
  return first === '--check' ? checkPacked(executable, rest) : 0;
});
