import { app, dialog, type BrowserWindow } from 'electron';
import { say } from '../../words';

/** A window that ends again within this time is not tried a third time, ms. */
const TWICE_MS = 10_000;

/** Loads the page again when its process has crashed; tells the person and quits when that does not help. */
export function recoverFromCrash(window: BrowserWindow): void {
  let lastMs = -Infinity;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    const again = performance.now() - lastMs < TWICE_MS;
    lastMs = performance.now();
    if (!again) return window.webContents.reload();
    dialog.showErrorBox(app.name, say('main.dialogs.crashed', { reason }));
    app.quit();
  });
}
