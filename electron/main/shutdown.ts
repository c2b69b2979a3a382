import { app } from 'electron';

/** Quitting waits at most this long for readers and ffmpeg to end, ms. */
const MAX_MS = 5000;

/** Ends the app with an exit code. */
export type Exit = (code: number) => void;

/** Before the app ends, whoever ends it, `cleanUp` runs once; returns the way to end it with a code. */
export function cleanUpOnQuit(cleanUp: () => Promise<void>): Exit {
  let ending = false;
  const exit = (code: number): void => {
    if (ending) return;
    ending = true;
    const late = new Promise((resolve) => setTimeout(resolve, MAX_MS));
    void Promise.race([cleanUp().catch((error) => console.error(String(error))), late]).then(() =>
      app.exit(code),
    );
  };
  app.on('will-quit', (event) => {
    event.preventDefault();
    exit(0);
  });
  return exit;
}
