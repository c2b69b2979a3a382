import { BrowserWindow, type Rectangle } from 'electron';
import { NOTES_PAGE } from '../../ipc/app-url';
import { say } from '../../words';
import { ground, ownPage } from '../window/own-page';

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
    webPreferences: ownPage(),
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(NOTES_PAGE);
  return window;
}
