import { app, dialog, type BrowserWindow } from 'electron';
import { say } from '../../words';
import type { VideoQueue } from './video-queue';

/** Whoever closes the window or quits while a video is made is asked first; the app ends when what is drawn is whole. */
export function askBeforeQuit(window: BrowserWindow, queue: VideoQueue): void {
  let asking = false;
  const hold = (event: { preventDefault: () => void }): void => {
    if (!queue.busy) return;
    event.preventDefault();
    if (asking) return;
    asking = true;
    void ask(window, queue)
      .then(async (leaves) => {
        if (!leaves) return;
        await queue.leave();
        app.quit();
      })
      .finally(() => (asking = false));
  };
  window.on('close', hold);
  // Quitting would close the window first in which the video is drawn.
  app.on('before-quit', hold);
}

/** True when the video is to end here. */
async function ask(window: BrowserWindow, queue: VideoQueue): Promise<boolean> {
  const { waiting } = queue;
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: say('videoExport.quit.question'),
    detail: [
      say('videoExport.quit.detail'),
      waiting > 0 ? say('videoExport.quit.waiting', { count: waiting }) : '',
    ]
      .filter(Boolean)
      .join(' '),
    buttons: [say('videoExport.quit.stay'), say('videoExport.quit.leave')],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}
