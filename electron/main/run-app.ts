import { join } from 'node:path';
import { app, Menu, nativeTheme } from 'electron';
import type { CommandLine } from './headless/command-line';
import { claimInstance } from './instance';
import { denyPermissions, lockDown } from './window/lockdown';
import { openMainWindow } from './window/main-window';
import { PreferencesFile } from './preferences/preferences-file';
import { registerScheme, serveFiles } from './scheme/serve';
import { startServices } from './services';

/** A command line that opens a window, for a person or for a headless run. */
export type RunCommand = Extract<CommandLine, { kind: 'window' | 'headless' }>;

/** Starts the app: first the window, then all that it will ask for. */
export function runApp(command: RunCommand): void {
  const userData = process.env['BUFFERSCOPE_USER_DATA'];
  if (userData) app.setPath('userData', userData);
  if (command.kind === 'window' && !claimInstance()) return app.exit(0);
  registerScheme();
  lockDown();
  Menu.setApplicationMenu(null);
  void app.whenReady().then(() => {
    serveFiles(join(import.meta.dirname, '../renderer'));
    denyPermissions();
    const preferences = new PreferencesFile(join(app.getPath('userData'), 'preferences.json'));
    nativeTheme.themeSource = preferences.current.theme;
    startServices(command, preferences, openMainWindow());
  });
  app.on('window-all-closed', () => app.quit());
}
