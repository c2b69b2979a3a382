import { app, dialog, type BrowserWindow } from 'electron';

/** What goes on and would be broken off by quitting. */
export interface QuitGuard {
  busy: () => boolean;
  /** What is asked, and what the two buttons say: to stay, to leave. */
  words: () => { question: string; detail: string; stay: string; leave: string };
  /** Ends it and keeps what is there. */
  leave: () => Promise<void>;
}

/** Whoever closes the window or quits while a video is made is asked first; the app ends when what is there is whole. */
export function askBeforeQuit(window: BrowserWindow, guards: readonly QuitGuard[]): void {
  let asking = false;
  const hold = (event: { preventDefault: () => void }): void => {
    const busy = guards.find((guard) => guard.busy());
    if (!busy) return;
    event.preventDefault();
    if (asking) return;
    asking = true;
    void ask(window, busy)
      .then(async (leaves) => {
        if (!leaves) return;
        await busy.leave();
        asking = false;
        // Another one may have to be asked about.
        app.quit();
      })
      .finally(() => (asking = false));
  };
  window.on('close', hold);
  // Quitting would close the window first in which the video is drawn.
  app.on('before-quit', hold);
}

/** True when the video is to end here. */
async function ask(window: BrowserWindow, guard: QuitGuard): Promise<boolean> {
  const { question, detail, stay, leave } = guard.words();
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: question,
    detail,
    buttons: [stay, leave],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}
