import { BrowserWindow, nativeTheme } from 'electron';
import { APP_PAGE } from '../../ipc/app-url';
import { ground, MIN_SIZE, ownPage } from './own-page';

let shown: BrowserWindow | null = null;

/** The window of the rooms; null before it is there and once it has been closed. */
export const mainWindow = (): BrowserWindow | null => shown;

/** Opens the window at the size it was designed for; it is shown with its first picture. */
export function openMainWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    useContentSize: true,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: ground(),
    webPreferences: { ...ownPage(), autoplayPolicy: 'no-user-gesture-required' },
  });
  window.once('ready-to-show', () => window.show());
  const repaint = (): void => window.setBackgroundColor(ground());
  nativeTheme.on('updated', repaint);
  window.once('closed', () => nativeTheme.off('updated', repaint));
  shown = window;
  window.once('closed', () => (shown = null));
  void window.loadURL(APP_PAGE);
  return window;
}
