/** Makes a fresh clone ready to run; prints a line for each thing that it has to do. */
import { setup } from './setup/all.mjs';
import { runMain, say } from './setup/say.mjs';

await runMain(async () => {
  const { electron, ffmpeg } = await setup();
  const which = electron.release ? "the electron package's own" : 'for development only';
  say(
    `Ready: Electron ${electron.version} (${which}), ffmpeg ${ffmpeg.version} (${ffmpeg.source}).`,
  );
});
