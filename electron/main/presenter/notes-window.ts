import { join } from 'node:path';
import { BrowserWindow, type Rectangle } from 'electron';
import { NOTES_PAGE } from '../../ipc/app-url';
import { say } from '../../words';
import { ground } from '../window/ground';

/** Opens the window of the presenter's notes on a part of the desktop; it is shown with its first picture. */
export function openNotesWindow(area: Rectangle): BrowserWindow {
  const window = new BrowserWindow({
    ...area,
    minWidth: 800,
    minHeight: 600,
    show: false,
    title: say('presenter.window'),
    autoHideMenuBar: true,
    backgroundColor: ground(),
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      backgroundThrottling: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(NOTES_PAGE);
  return window;
}
