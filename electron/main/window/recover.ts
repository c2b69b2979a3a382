import { app, dialog, type BrowserWindow } from 'electron';
import { say } from '../../words';

/** A window that ends again within this time is not tried a third time, ms. */
const TWICE_MS = 10_000;

/**
 * Loads the page again when its process has crashed; tells the person and quits when that does not help. Of a page that
 * does not answer the person is asked.
 */
export function recoverFromCrash(window: BrowserWindow): void {
  const { webContents } = window;
  let lastMs = -Infinity;
  let chosen = false;
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    const again = !chosen && performance.now() - lastMs < TWICE_MS;
    // One that the person has ended is none that ended by itself.
    if (!chosen) lastMs = performance.now();
    chosen = false;
    if (!again) return webContents.reload();
    dialog.showErrorBox(app.name, say('main.dialogs.crashed', { reason }));
    app.quit();
  });
  askWhenHung(window, () => {
    chosen = true;
    webContents.forcefullyCrashRenderer();
  });
}

/** Asks whether to wait for a page that does not answer; the question goes when the page answers by itself. */
function askWhenHung(window: BrowserWindow, loadAgain: () => void): void {
  let asking: AbortController | null = null;
  const forget = (): void => {
    asking?.abort();
    asking = null;
  };
  window.webContents.on('unresponsive', () => {
    if (asking) return;
    const own = new AbortController();
    asking = own;
    const answered = dialog.showMessageBox(window, {
      type: 'warning',
      message: say('main.dialogs.hung'),
      detail: say('main.dialogs.hungDetail'),
      buttons: [say('main.dialogs.wait'), say('main.dialogs.loadAgain')],
      defaultId: 0,
      cancelId: 0,
      signal: own.signal,
    });
    void answered.then(({ response }) => {
      if (asking !== own) return;
      asking = null;
      if (response === 1 && !window.isDestroyed()) loadAgain();
    });
  });
  window.webContents.on('responsive', forget);
  window.webContents.on('render-process-gone', forget);
}
