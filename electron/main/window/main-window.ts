import { join } from 'node:path';
import { BrowserWindow, nativeTheme } from 'electron';
import { APP_PAGE } from '../../ipc/app-url';

/** The window's ground colour by theme, the token --ground: what is seen before the page is drawn. */
const GROUND = { light: '#edf0f1', dark: '#0d1316' } as const;

/** Opens the window at the size it was designed for; it is shown with its first picture. */
export function openMainWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1280,
    minHeight: 800,
    useContentSize: true,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: ground(),
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      // A covered window still plays, and its measurements must stay true.
      backgroundThrottling: false,
      autoplayPolicy: 'no-user-gesture-required',
    },
  });
  window.once('ready-to-show', () => window.show());
  const repaint = (): void => window.setBackgroundColor(ground());
  nativeTheme.on('updated', repaint);
  window.once('closed', () => nativeTheme.off('updated', repaint));
  void window.loadURL(APP_PAGE);
  return window;
}

function ground(): string {
  return nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light;
}
